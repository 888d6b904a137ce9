"""The language server: findings as you type, fixes as code actions, and explanations on hover."""
