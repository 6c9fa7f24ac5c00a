//! What a case keeps of a mention: everything but what was written.

use crate::mention::{ChannelKind, Mention, MentionId, Origin, Thread, Visibility, reference};
use serde::{Deserialize, Serialize};

/// What a case keeps of a mention: which one it is, where and by whom it was made, and
/// its place in a conversation. The text stays with the mention.
///
/// # Example
/// ```
/// use webcare::case::Message;
/// use webcare::mention::{Author, ChannelKind, Mention};
///
/// let mention = Mention::builder("m-1")
///     .channel(ChannelKind::Bluesky)
///     .author(Author::handle("@lotte"))
///     .text("Waar blijft mijn pakje?")
///     .build()?;
/// let message = Message::of(&mention);
/// assert_eq!(message.mention(), mention.id());
/// assert_eq!(message.author(), Some("lotte"));
/// assert_eq!(message.external_id(), "m-1");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    mention: MentionId,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "reference")]
    external_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "reference")]
    account: Option<String>,
    #[serde(default = "unknown_channel")]
    channel: ChannelKind,
    #[serde(default)]
    origin: Origin,
    #[serde(default)]
    visibility: Visibility,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "reference")]
    author: Option<String>,
    #[serde(default, skip_serializing_if = "Thread::is_unset")]
    thread: Thread,
}

const fn unknown_channel() -> ChannelKind {
    ChannelKind::Unknown
}

impl Message {
    /// What a case keeps of `mention`.
    #[must_use]
    pub fn of(mention: &Mention) -> Self {
        Self {
            mention: mention.id().clone(),
            external_id: mention.external_id().map(str::to_owned),
            account: mention.account().map(str::to_owned),
            channel: mention.channel().clone(),
            origin: mention.origin().clone(),
            visibility: mention.visibility().clone(),
            author: mention.author().key().map(str::to_owned),
            thread: mention.thread().clone(),
        }
    }

    /// Which mention it is.
    #[must_use]
    pub const fn mention(&self) -> &MentionId {
        &self.mention
    }

    /// The platform's identifier; the host's own where there is none, as in [`DedupKey`](crate::mention::DedupKey).
    #[must_use]
    pub fn external_id(&self) -> &str {
        self.external_id.as_deref().unwrap_or(self.mention.as_str())
    }

    /// The own account that received it, if one did.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// The channel on which it was made.
    #[must_use]
    pub const fn channel(&self) -> &ChannelKind {
        &self.channel
    }

    /// How it came to us.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Who can read it.
    #[must_use]
    pub const fn visibility(&self) -> &Visibility {
        &self.visibility
    }

    /// What tells its writer from others on the channel, as
    /// [`Author::key`](crate::mention::Author::key) gives it.
    #[must_use]
    pub fn author(&self) -> Option<&str> {
        self.author.as_deref()
    }

    pub(super) fn forget_author(&mut self) {
        self.author = None;
    }

    /// Its place in a conversation.
    #[must_use]
    pub const fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it was said between two parties: it is private, or its channel is one for
    /// conversations.
    #[must_use]
    pub fn is_between_two(&self) -> bool {
        self.visibility.is_private() || self.channel.is_conversation()
    }
}
