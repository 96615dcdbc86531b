"""What the JSON interface takes and gives about a conversation as a whole."""

from pydantic import BaseModel, ConfigDict, Field


class ConversationBegun(BaseModel):
    """A new conversation, and the only way to it."""

    model_config = ConfigDict(frozen=True)

    token: str = Field(description="Send it as `Authorization: Bearer …`. It is kept nowhere else: do not store it.")
    language: str
    expires_in: int = Field(description="Seconds until the conversation disappears if nothing is asked.")


class ConversationWanted(BaseModel):
    """What a client says to begin a conversation."""

    model_config = ConfigDict(extra="forbid")

    language: str = Field(max_length=20, description="`fi` or `en`.")
