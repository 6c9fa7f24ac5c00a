//! Making a mention by hand, in a host, a channel or a test.

use super::instant::is_blank;
use super::{
    Attachment, Author, ChannelKind, Direction, Engagement, Mention, MentionId, MentionKind,
    Origin, Thread, Visibility,
};
use crate::Error;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Makes a [`Mention`]. Set at least the text and the channel; the time it was published
/// if clocks are to run from it; the visibility if it is not the channel's usual one.
///
/// # Example
/// ```
/// use chrono::{TimeZone, Utc};
/// use webcare::mention::{Author, ChannelKind, Mention, MentionKind};
///
/// let noon = Utc.with_ymd_and_hms(2026, 11, 2, 12, 0, 0).unwrap();
/// let mention = Mention::builder("m-1")
///     .channel(ChannelKind::WhatsApp)
///     .author(Author::named("Fatima"))
///     .text("Goeiemiddag, mijn pakje is niet toegekomen")
///     .published_at(noon)
///     .build()?;
/// assert!(mention.visibility().is_private());
/// assert_eq!(mention.kind(), &MentionKind::DirectMessage);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct MentionBuilder {
    pub(super) id: String,
    pub(super) external_id: Option<String>,
    pub(super) account: Option<String>,
    pub(super) channel: ChannelKind,
    pub(super) kind: Option<MentionKind>,
    pub(super) origin: Origin,
    pub(super) visibility: Option<Visibility>,
    pub(super) direction: Direction,
    pub(super) published_at: Option<DateTime<Utc>>,
    pub(super) received_at: Option<DateTime<Utc>>,
    pub(super) edited_at: Option<DateTime<Utc>>,
    pub(super) deleted_at: Option<DateTime<Utc>>,
    pub(super) author: Author,
    pub(super) title: Option<String>,
    pub(super) text: String,
    pub(super) truncated: bool,
    pub(super) stars: Option<f32>,
    pub(super) url: Option<String>,
    pub(super) thread: Thread,
    pub(super) attachments: Vec<Attachment>,
    pub(super) engagement: Option<Engagement>,
    pub(super) promoted: bool,
    pub(super) platform_language: Option<String>,
    pub(super) tags: BTreeSet<String>,
    pub(super) custom: BTreeMap<String, Value>,
    pub(super) raw: Option<String>,
}

impl MentionBuilder {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            external_id: None,
            account: None,
            channel: ChannelKind::Unknown,
            kind: None,
            origin: Origin::default(),
            visibility: None,
            direction: Direction::default(),
            published_at: None,
            received_at: None,
            edited_at: None,
            deleted_at: None,
            author: Author::default(),
            title: None,
            text: String::new(),
            truncated: false,
            stars: None,
            url: None,
            thread: Thread::default(),
            attachments: Vec::new(),
            engagement: None,
            promoted: false,
            platform_language: None,
            tags: BTreeSet::new(),
            custom: BTreeMap::new(),
            raw: None,
        }
    }

    /// The platform's own identifier.
    pub fn external_id(mut self, id: impl Into<String>) -> Self {
        self.external_id = Some(id.into());
        self
    }

    /// The own account that received it.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// The channel on which it was made; [`ChannelKind::Unknown`] if not set.
    pub fn channel(mut self, channel: ChannelKind) -> Self {
        self.channel = channel;
        self
    }

    /// What sort of message it is; if not set, what is usual on the channel.
    pub fn kind(mut self, kind: MentionKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// How it came to us; [`Origin::Directed`] if not set.
    pub fn origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// Who can read it; if not set, private for direct messages and on channels that are
    /// conversations, public elsewhere.
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.visibility = Some(visibility);
        self
    }

    /// Whether it was written to us or by us; [`Direction::Inbound`] if not set.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    /// When it was placed on the platform.
    pub fn published_at(mut self, at: DateTime<Utc>) -> Self {
        self.published_at = Some(at);
        self
    }

    /// When we read it.
    pub fn received_at(mut self, at: DateTime<Utc>) -> Self {
        self.received_at = Some(at);
        self
    }

    /// When it was last changed by its writer.
    pub fn edited_at(mut self, at: DateTime<Utc>) -> Self {
        self.edited_at = Some(at);
        self
    }

    /// When it was taken away.
    pub fn deleted_at(mut self, at: DateTime<Utc>) -> Self {
        self.deleted_at = Some(at);
        self
    }

    /// Who wrote it.
    pub fn author(mut self, author: Author) -> Self {
        self.author = author;
        self
    }

    /// Its title or subject.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// What was written.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Whether the source cut the text short.
    pub fn truncated(mut self, truncated: bool) -> Self {
        self.truncated = truncated;
        self
    }

    /// The stars given with a review, 0 to 5.
    pub fn stars(mut self, stars: f32) -> Self {
        self.stars = Some(stars);
        self
    }

    /// Where it stands.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Its place in a conversation.
    pub fn thread(mut self, thread: Thread) -> Self {
        self.thread = thread;
        self
    }

    /// One more thing that hangs on it.
    pub fn attachment(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }

    /// How others reacted to it.
    pub fn engagement(mut self, engagement: Engagement) -> Self {
        self.engagement = Some(engagement);
        self
    }

    /// Whether it is, or stands under, an advertisement.
    pub fn promoted(mut self, promoted: bool) -> Self {
        self.promoted = promoted;
        self
    }

    /// The language as the platform tells it.
    pub fn platform_language(mut self, code: impl Into<String>) -> Self {
        self.platform_language = Some(code.into());
        self
    }

    /// One more label of the host's.
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.insert(tag.into());
        self
    }

    /// One more value of the host's.
    pub fn custom(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.custom.insert(key.into(), value.into());
        self
    }

    /// The payload it was made from.
    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.raw = Some(raw.into());
        self
    }

    /// The mention, with its invariants established. A blank identifier of the platform, of
    /// the account or in the thread is none.
    ///
    /// # Errors
    /// When the identifier is not acceptable ([`MentionId::new`]) or the stars are not
    /// between 0 and 5.
    pub fn build(self) -> Result<Mention, Error> {
        let id = MentionId::new(self.id)?;
        if let Some(stars) = self.stars
            && !(0.0..=5.0).contains(&stars)
        {
            return Err(Error::fault("stars", format!("expected 0 to 5, found {stars}")));
        }
        let published_at = match (self.published_at, self.received_at) {
            (Some(published), Some(received)) => Some(published.min(received)),
            (published, _) => published,
        };
        let not_before = |at: Option<DateTime<Utc>>| match (at, published_at) {
            (Some(at), Some(published)) => Some(at.max(published)),
            (at, _) => at,
        };
        let told = |text: Option<String>| text.filter(|text| !is_blank(text));
        let thread = self.thread.tidy();
        let kind = self.kind.unwrap_or_else(|| usual_kind(&self.channel, &thread));
        let visibility = self.visibility.unwrap_or_else(|| usual_visibility(&self.channel, &kind));
        Ok(Mention {
            id,
            external_id: told(self.external_id),
            account: told(self.account),
            channel: self.channel,
            kind,
            origin: self.origin,
            visibility,
            direction: self.direction,
            published_at,
            received_at: self.received_at,
            edited_at: not_before(self.edited_at),
            deleted_at: not_before(self.deleted_at),
            author: self.author,
            title: self.title,
            text: self.text,
            truncated: self.truncated,
            stars: self.stars,
            url: self.url,
            thread,
            attachments: self.attachments,
            engagement: self.engagement,
            promoted: self.promoted,
            platform_language: self.platform_language,
            tags: self.tags,
            custom: self.custom,
            raw: self.raw,
        })
    }
}

fn usual_kind(channel: &ChannelKind, thread: &Thread) -> MentionKind {
    match channel {
        ChannelKind::Email => MentionKind::Email,
        ChannelKind::Review => MentionKind::Review,
        conversation if conversation.is_conversation() => MentionKind::DirectMessage,
        _ if thread.parent.is_some() => MentionKind::Reply,
        ChannelKind::News | ChannelKind::Blog | ChannelKind::Print => MentionKind::Article,
        ChannelKind::YouTube => MentionKind::Comment,
        _ => MentionKind::Post,
    }
}

fn usual_visibility(channel: &ChannelKind, kind: &MentionKind) -> Visibility {
    if channel.is_conversation() || *kind == MentionKind::DirectMessage {
        Visibility::Private
    } else {
        Visibility::Public
    }
}
