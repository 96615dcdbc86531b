"""The answers, and the one module that reads and checks them: imported by the bot, the actions and the gateway."""
