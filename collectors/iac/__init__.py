"""Infrastructure as code: what a plan, a directory or a template declares, as facts of the estate's kinds.

Readers (`collectors/terraform`, `collectors/cloudformation`) give `Code`: declared resources in Terraform's
vocabulary, whatever they were written in. `kinds` names one builder per kind that states facts from them. So one
configuration gives the same facts in each format.
"""
