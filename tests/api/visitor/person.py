"""A visitor who uses the JSON interface, in words that read like the visit."""

from typing import Any
from uuid import UUID, uuid4

import httpx


class Person:
    def __init__(self, client: httpx.AsyncClient, language: str = "fi") -> None:
        self.client = client
        self.language = language
        self.token = ""

    async def begins(self) -> "Person":
        answer = await self.client.post("/api/conversations", json={"language": self.language})
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        return self

    @property
    def authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def posts(self, text: str, message_id: UUID | None = None, /, **changes: Any) -> httpx.Response:
        body = {"text": text, "language": self.language, "id": str(message_id or uuid4()), **changes}
        return await self.client.post("/api/messages", json=body, headers=self.authorization)

    async def chooses(self, topic: str, message_id: UUID | None = None) -> httpx.Response:
        body = {"topic": topic, "language": self.language, "id": str(message_id or uuid4())}
        return await self.client.post("/api/messages", json=body, headers=self.authorization)

    async def asks(self, text: str) -> dict[str, Any]:
        answer = await self.posts(text)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def reads(self) -> httpx.Response:
        return await self.client.get("/api/conversation", headers=self.authorization)

    async def turns(self) -> list[dict[str, Any]]:
        return list((await self.reads()).json()["turns"])

    async def deletes(self) -> httpx.Response:
        return await self.client.delete("/api/conversation", headers=self.authorization)
