"""Parses expressions of HCL; what is seldom written (heredocs, directives in texts) is left to others."""

from __future__ import annotations

from functools import lru_cache

from . import hcl_templates
from .hcl_nodes import Call, Choice, Entries, For, Index, Items, Literal, Name, Node, Operation
from .hcl_tokens import NotRead, Token, Tokens

_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_STEPS = (".", "[")
_WORDS = {"true": True, "false": False, "null": None}


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """Return the tree of an expression; raises `NotRead`."""
    try:
        parser = _Parser(text)
        node = parser.expression(False)
    except RecursionError:
        raise NotRead from None
    if not parser.is_at_end:
        raise NotRead
    return node


class _Parser(Tokens):
    def expression(self, in_lines: bool) -> Node:
        """Return an expression; `in_lines` says that it ends where its line does."""
        condition = self._operation(0, in_lines)
        if not self.takes("?", in_lines):
            return condition
        yes = self.expression(False)
        self.expect(":")
        return Choice(condition, yes, self.expression(in_lines))

    def _operation(self, level: int, in_lines: bool) -> Node:
        if level == len(_LEVELS):
            return self._unary(in_lines)
        left = self._operation(level + 1, in_lines)
        while self.is_at(_LEVELS[level], in_lines):
            operator = self.step().text
            left = Operation(operator, (left, self._operation(level + 1, in_lines)))
        return left

    def _unary(self, in_lines: bool) -> Node:
        for operator in ("!", "-"):
            if self.takes(operator):
                return Operation(operator, (self._unary(in_lines),))
        node = self._single(in_lines)
        while self.is_at(_STEPS, in_lines):
            node = self._traversed(node, in_lines)
        return node

    def _traversed(self, node: Node, in_lines: bool) -> Node:
        if self.step().text == ".":
            key = self.step()
            if key.kind not in ("name", "number"):
                raise NotRead
            return Index(node, Literal(key.text if key.kind == "name" else int(key.text)))
        if self.takes("*"):
            self.expect("]")
            return self._splat(node, in_lines)
        index = self.expression(False)
        self.expect("]")
        return Index(node, index)

    def _splat(self, node: Node, in_lines: bool) -> Node:
        """Return what stands behind `[*]` for each item of what stands before it."""
        each: Node = Name("*")
        while self.is_at(_STEPS, in_lines):
            each = self._traversed(each, in_lines)
        return For(("*",), Call("[*]", (node,)), None, each, None)

    def _single(self, in_lines: bool) -> Node:
        token = self.step()
        if token.kind == "number":
            return Literal(float(token.text) if "." in token.text else int(token.text))
        if token.kind == "text":
            return hcl_templates.parsed(token.text, parse)
        if token.kind == "name":
            if self.is_at("(", in_lines):
                return self._call(token.text)
            return Literal(_WORDS[token.text]) if token.text in _WORDS else Name(token.text)
        return self._enclosed(token)

    def _enclosed(self, token: Token) -> Node:
        if token.text == "(":
            node = self.expression(False)
            self.expect(")")
            return node
        if token.text not in ("[", "{"):
            raise NotRead
        closing = "]" if token.text == "[" else "}"
        if self.next == Token("name", "for", self.next.begins_line):
            return self._for(closing)
        return Items(self._list("]")) if closing == "]" else self._entries()

    def _call(self, name: str) -> Node:
        self.expect("(")
        arguments: list[Node] = []
        while not self.takes(")"):
            arguments.append(self.expression(False))
            if self.takes("..."):
                self.expect(")")
                return Call(name, tuple(arguments), spread=True)
            if not self.takes(","):
                self.expect(")")
                break
        return Call(name, tuple(arguments))

    def _list(self, closing: str) -> tuple[Node, ...]:
        found = []
        while not self.takes(closing):
            found.append(self.expression(False))
            if not self.takes(","):
                self.expect(closing)
                break
        return tuple(found)

    def _entries(self) -> Node:
        found = []
        while not self.takes("}"):
            key = self.expression(True)
            if not self.takes("="):
                self.expect(":")
            found.append((Literal(key.text) if isinstance(key, Name) else key, self.expression(True)))
            self.takes(",")
        return Entries(tuple(found))

    def _for(self, closing: str) -> Node:
        self.step()
        names = [self.step().text]
        if self.takes(","):
            names.append(self.step().text)
        if self.step().text != "in":
            raise NotRead
        over = self.expression(False)
        self.expect(":")
        value = self.expression(False)
        key = None
        if closing == "}":
            self.expect("=>")
            key, value = value, self.expression(False)
        has_condition = self.next.kind == "name" and self.step().text == "if"
        condition = self.expression(False) if has_condition else None
        self.expect(closing)
        return For(tuple(names), over, key, value, condition)
