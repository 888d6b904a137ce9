"""The language server: findings while you type, fixes at a key, the reason behind a rule on hover."""
