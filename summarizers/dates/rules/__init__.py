"""The grammar: tables of rules from trigger words to underspecified fields. See `rule.Rule`."""
