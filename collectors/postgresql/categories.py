"""Names of columns that hold personal data, in English, pinyin and Chinese: data for the detector.

Words in one phrase stand side by side in the name: `id card` is in `id_card`, `idCard`, `idcard_no`. The
longest phrase that is found decides, so that `ip address` is no address; `none` shields a harmless name.
"""

from __future__ import annotations

_OTHER = (
    "birth,birthday,birthdate,birth date,date of birth,dob,gender,sex,age,nationality,ethnicity,religion,"
    "occupation,education,salary,income,ip,ip addr,ip address,mac address,device id,device fingerprint,"
    "imei,imsi,open id,openid,union id,unionid,wechat,weixin,wx id,qq,avatar,signature,plate no,"
    "shengri,chushengriqi,csrq,xingbie,minzu,nianling,xueli,zhiye,gongzi,shouru,chepaihao,"
    "ip地址,生日,出生,性别,民族,年龄,学历,职业,工资,收入,微信,车牌,头像,宗教"
)

_PHRASES = {
    "none": "file name,host name,user agent,email template,key fingerprint,cert fingerprint,wallet address,"
    "memory address,password policy,name space,display order",
    "name": "full name,fullname,real name,realname,first name,firstname,last name,lastname,surname,"
    "given name,family name,customer name,client name,member name,contact name,person name,patient name,"
    "owner name,holder name,employee name,staff name,nick name,nickname,xingming,kehuxingming,lianxiren,"
    "姓名,客户名称,联系人,持卡人,昵称",
    "phone": "phone,phone no,phone number,mobile,mobile no,mobile number,cellphone,cell phone,telephone,tel,"
    "msisdn,shouji,shoujihao,sjh,sjhm,dianhua,lianxidianhua,手机,电话,联系方式",
    "email": "email,e mail,mail address,email address,youxiang,dianziyouxiang,邮箱,电子邮件",
    "address": "address,addr,home address,street,post code,postcode,postal code,zip code,zipcode,"
    "dizhi,zhuzhi,jiatingzhuzhi,地址,住址,籍贯",
    "id_number": "id card,idcard,id no,id number,idno,identity no,identity number,identity card,national id,"
    "citizen id,passport,passport no,passport number,ssn,social security,social security number,cert no,"
    "driver license,driving licence,shenfenzheng,shenfenzhenghao,sfz,sfzh,sfzhm,zhengjianhao,zjhm,huzhaohao,"
    "身份证,证件号,护照号,驾驶证",
    "bank_account": "bank account,bank account no,bank card,bank card no,bankcard,iban,account no,"
    "account number,acct no,yinhangka,yinhangkahao,yhkh,yinhangzhanghao,银行卡,银行账号,银行账户",
    "card_pan": "card no,card number,cardno,credit card,credit card no,cc number,pan,kahao,信用卡号,卡号",
    "card_sad": "cvv,cvv2,cvc,cvc2,card verification,track data,track2,pin block,magnetic stripe,安全码,磁道",
    "password": "password,passwd,pwd,passphrase,pass hash,password hash,pay password,mima,zhifumima,密码,口令",
    "biometric": "fingerprint,face feature,face image,face encoding,face embedding,iris,voiceprint,"
    "voice print,palm print,zhiwen,renlian,shengwen,hongmo,指纹,人脸,虹膜,声纹,掌纹",
    "health": "diagnosis,disease,medical history,medical record,blood type,allergy,prescription,"
    "health status,disability,jiankang,bingli,zhenduan,xuexing,健康,病历,诊断,病史,血型,体检,残疾",
    "marital": "marital,marital status,marriage,marriage status,spouse,hunyin,hunyinzhuangkuang,peiou,婚姻,婚史,配偶",
    "location_track": "latitude,longitude,lat,lng,gps,geo location,geolocation,trajectory,last location,"
    "guiji,weizhi,jingdu,weidu,轨迹,定位,经度,纬度",
    "credit_report": "credit score,credit report,credit rating,zhengxin,xinyongfen,征信,信用分,信用报告",
    "transaction": "transaction amount,txn amount,trade amount,account balance,transfer amount,jiaoyijine,"
    "zhanghuyue,交易金额,交易记录,账户余额,转账",
    "other_personal": _OTHER,
}

#: Phrase to category.
PHRASES = {phrase: category for category, listed in _PHRASES.items() for phrase in listed.split(",")}

#: A column called just `name` names a person where its table is one of persons.
PERSON_TABLES = frozenset(
    {
        *("customer", "client", "user", "member", "person", "people", "contact", "patient", "employee"),
        *("staff", "candidate", "applicant", "subscriber", "guest", "borrower", "kehu", "yonghu", "huiyuan"),
        *("客户", "用户", "会员", "员工", "联系人"),
    }
)

#: A last word after which a column tells something about the value and not the value itself.
ABOUT = frozenset(
    {
        *(
            "id",
            "type",
            "count",
            "verified",
            "status",
            "flag",
            "at",
            "time",
            "on",
            "enabled",
            "format",
            "policy",
        ),
        *(
            "expires",
            "expiry",
            "attempts",
            "length",
            "hint",
            "source",
            "valid",
            "required",
            "sent",
            "version",
        ),
    }
)

#: Types that cannot hold a value of any category, or of some alone.
NUMBERS_HOLD_NO = frozenset({"name", "email", "address", "password", "biometric"})
DATES_HOLD_ONLY = frozenset({"other_personal"})
OF_TYPE = {"inet": "other_personal", "cidr": "other_personal", "macaddr": "other_personal"}
