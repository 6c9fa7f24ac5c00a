//! The mention itself.

use super::{
    Attachment, Author, ChannelKind, DedupKey, Direction, Engagement, MentionBuilder, MentionId,
    MentionKind, Origin, Thread, Visibility, wire,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One message about or to the organisation.
///
/// Invariants, kept by [`MentionBuilder`] and by reading:
/// - [`published_at`](Self::published_at) is never after
///   [`received_at`](Self::received_at): we cannot have read what was not yet written, so
///   a platform clock that runs ahead is clamped to ours.
/// - [`edited_at`](Self::edited_at) and [`deleted_at`](Self::deleted_at) are never before
///   [`published_at`](Self::published_at).
/// - [`stars`](Self::stars) are between 0 and 5.
///
/// # Example
/// ```
/// use webcare::mention::{ChannelKind, Mention};
///
/// let mention: Mention = serde_json::from_str(
///     r#"{"id": "7", "channel": "x", "author": "@jan", "text": "Waar blijft de bus?"}"#,
/// )?;
/// assert_eq!(mention.channel(), &ChannelKind::X);
/// assert!(mention.visibility().is_public());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    pub(super) id: MentionId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) external_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) account: Option<String>,
    pub(super) channel: ChannelKind,
    pub(super) kind: MentionKind,
    pub(super) origin: Origin,
    pub(super) visibility: Visibility,
    pub(super) direction: Direction,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) received_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) edited_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) deleted_at: Option<DateTime<Utc>>,
    pub(super) author: Author,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    pub(super) text: String,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) truncated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stars: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Thread::is_unset")]
    pub(super) thread: Thread,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) attachments: Vec<Attachment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) engagement: Option<Engagement>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) promoted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) platform_language: Option<String>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) tags: BTreeSet<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) custom: BTreeMap<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) raw: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde calls")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Mention {
    /// Starts a mention that the host knows as `id`; all else has a default.
    pub fn builder(id: impl Into<String>) -> MentionBuilder {
        MentionBuilder::new(id.into())
    }

    /// The host's name for it.
    #[must_use]
    pub const fn id(&self) -> &MentionId {
        &self.id
    }

    /// The platform's own identifier.
    #[must_use]
    pub fn external_id(&self) -> Option<&str> {
        self.external_id.as_deref()
    }

    /// The own account that received it; `None` for what was found elsewhere.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// What makes another mention the same message. Without a platform identifier the
    /// host's own serves.
    #[must_use]
    pub fn dedup_key(&self) -> DedupKey {
        let external = self.external_id.as_deref().unwrap_or(self.id.as_str());
        DedupKey::new(self.channel.clone(), self.account.clone(), external.to_owned())
    }

    /// The channel on which it was made.
    #[must_use]
    pub const fn channel(&self) -> &ChannelKind {
        &self.channel
    }

    /// What sort of message it is.
    #[must_use]
    pub const fn kind(&self) -> &MentionKind {
        &self.kind
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

    /// Whether it was written to us or by us.
    #[must_use]
    pub const fn direction(&self) -> &Direction {
        &self.direction
    }

    /// When it was placed on the platform, clamped to when we read it.
    #[must_use]
    pub const fn published_at(&self) -> Option<DateTime<Utc>> {
        self.published_at
    }

    /// When we read it.
    #[must_use]
    pub const fn received_at(&self) -> Option<DateTime<Utc>> {
        self.received_at
    }

    /// When it was last changed by its writer.
    #[must_use]
    pub const fn edited_at(&self) -> Option<DateTime<Utc>> {
        self.edited_at
    }

    /// When it was taken away.
    #[must_use]
    pub const fn deleted_at(&self) -> Option<DateTime<Utc>> {
        self.deleted_at
    }

    /// When clocks start for it: when it was published, else when it was received, else
    /// `now`.
    #[must_use]
    pub fn since(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        self.published_at.or(self.received_at).unwrap_or(now)
    }

    /// Who wrote it.
    #[must_use]
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Its title or subject.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What was written, untouched.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the source cut the text short.
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// The stars given with a review, 0 to 5.
    #[must_use]
    pub const fn stars(&self) -> Option<f32> {
        self.stars
    }

    /// Where it stands.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Its place in a conversation.
    #[must_use]
    pub const fn thread(&self) -> &Thread {
        &self.thread
    }

    /// What hangs on it.
    #[must_use]
    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// How others reacted to it.
    #[must_use]
    pub const fn engagement(&self) -> Option<&Engagement> {
        self.engagement.as_ref()
    }

    /// Whether it is, or stands under, an advertisement.
    #[must_use]
    pub const fn is_promoted(&self) -> bool {
        self.promoted
    }

    /// The language as the platform tells it, usually a two-letter code. It is a hint: a
    /// platform often tells the writer's settings.
    #[must_use]
    pub fn platform_language(&self) -> Option<&str> {
        self.platform_language.as_deref()
    }

    /// The host's own labels.
    #[must_use]
    pub const fn tags(&self) -> &BTreeSet<String> {
        &self.tags
    }

    /// The host's own values.
    #[must_use]
    pub const fn custom(&self) -> &BTreeMap<String, Value> {
        &self.custom
    }

    /// The payload it was made from.
    #[must_use]
    pub fn raw(&self) -> Option<&str> {
        self.raw.as_deref()
    }
}

impl<'de> Deserialize<'de> for Mention {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wire::object(deserializer)?.into_mention(|| None).map_err(serde::de::Error::custom)
    }
}
