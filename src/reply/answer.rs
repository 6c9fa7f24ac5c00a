//! An answer that may be sent.

use super::draft::is_blank;
use super::{Audience, Draft, Sign};
use crate::Error;
use crate::mention::{ChannelKind, MentionId, ParentState, Thread, Visibility};
use serde::{Deserialize, Deserializer, Serialize};

/// An answer that may be sent: made by [`Draft::fit`] or [`Draft::split`], handed to a
/// channel.
///
/// Invariants, kept when it is read back as well:
/// - [`text`](Self::text) is not blank.
/// - A public reply answers a public mention, unless
///   [`is_public_although_private`](Self::is_public_although_private).
///
/// Read and written as an object; unknown keys are ignored. What does not say that the
/// mention was public is taken not to be.
///
/// # Example
/// ```
/// use webcare::reply::Reply;
///
/// let reply: Reply = serde_json::from_str(r#"{"mention": "m-1", "text": "Dag! ^RL"}"#)?;
/// assert!(!reply.audience().is_public());
///
/// let leak = r#"{"mention": "m-1", "text": "Dag!", "visibility": "private", "audience": "public"}"#;
/// assert!(serde_json::from_str::<Reply>(leak).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reply {
    mention: MentionId,
    channel: ChannelKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    #[serde(skip_serializing_if = "Thread::is_empty")]
    thread: Thread,
    visibility: Visibility,
    audience: Audience,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    public_although_private: bool,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<Sign>,
}

impl Reply {
    /// The answer that `draft` makes with this text; the draft has been checked.
    pub(super) fn new(draft: &Draft<'_>, text: String, sign: Option<Sign>) -> Self {
        let mention = draft.mention;
        let visibility = mention.visibility().clone();
        let external = mention.external_id().map(str::to_owned);
        let place = mention.thread();
        let parent_state =
            if external.is_some() { ParentState::Known } else { ParentState::default() };
        let opens = place.parent.is_none();
        let root = place.root.clone().or_else(|| external.clone().filter(|_| opens));
        let thread = Thread { id: place.id.clone(), root, parent: external, parent_state };
        Self {
            mention: mention.id().clone(),
            channel: mention.channel().clone(),
            account: mention.account().map(str::to_owned),
            thread,
            public_although_private: draft.audience.is_public() && !visibility.is_public(),
            visibility,
            audience: draft.audience,
            text,
            sign,
        }
    }

    /// The mention that is answered, by the host's name.
    #[must_use]
    pub const fn mention(&self) -> &MentionId {
        &self.mention
    }

    /// The channel on which it was made, and on which the answer goes out.
    #[must_use]
    pub const fn channel(&self) -> &ChannelKind {
        &self.channel
    }

    /// The own account that received the mention.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// The answer's own place in the conversation, by the platform's identifiers. Its
    /// parent is the mention that is answered.
    #[must_use]
    pub const fn thread(&self) -> &Thread {
        &self.thread
    }

    /// The platform's identifier of the message that is answered.
    #[must_use]
    pub fn in_reply_to(&self) -> Option<&str> {
        self.thread.parent.as_deref()
    }

    /// Who could read the message that is answered.
    #[must_use]
    pub const fn visibility(&self) -> &Visibility {
        &self.visibility
    }

    /// Who may read the answer.
    #[must_use]
    pub const fn audience(&self) -> Audience {
        self.audience
    }

    /// Whether it answers in public what was not said in public, which somebody asked for
    /// in so many words.
    #[must_use]
    pub const fn is_public_although_private(&self) -> bool {
        self.public_although_private
    }

    /// What is said, signature included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whose answer it is, also where the style puts nothing in the text.
    #[must_use]
    pub const fn sign(&self) -> Option<&Sign> {
        self.sign.as_ref()
    }
}

/// A reply as it is written in data.
#[derive(Deserialize)]
struct Wire {
    mention: MentionId,
    channel: Option<ChannelKind>,
    account: Option<String>,
    thread: Option<Thread>,
    visibility: Option<Visibility>,
    audience: Option<Audience>,
    public_although_private: Option<bool>,
    text: String,
    sign: Option<Sign>,
}

impl Wire {
    fn into_reply(self) -> Result<Reply, Error> {
        let visibility = self.visibility.unwrap_or(Visibility::Private);
        let audience = self.audience.unwrap_or(Audience::Private);
        let crosses = audience.is_public() && !visibility.is_public();
        let allowed = self.public_although_private.unwrap_or_default();
        if is_blank(&self.text) {
            return Err(Error::fault("text", "there is no text to send"));
        }
        if crosses && !allowed {
            let message = "\"public\" answers what was not said in public";
            return Err(Error::fault("audience", message));
        }
        let mut thread = self.thread.unwrap_or_default();
        thread.parent = thread.parent.filter(|parent| !parent.trim().is_empty());
        Ok(Reply {
            mention: self.mention,
            channel: self.channel.unwrap_or(ChannelKind::Unknown),
            account: self.account.filter(|account| !account.trim().is_empty()),
            thread,
            visibility,
            audience,
            public_although_private: crosses,
            text: self.text,
            sign: self.sign,
        })
    }
}

impl<'de> Deserialize<'de> for Reply {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?.into_reply().map_err(serde::de::Error::custom)
    }
}
