//! A mention as it is written in data: every key optional, unknown ones ignored.

use super::{
    Attachment, Author, ChannelKind, Direction, Engagement, Mention, MentionKind, Origin,
    RecordedAnswer, Thread, Visibility, instant,
};
use crate::Error;
use chrono::{DateTime, Utc};
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One object of the format that the module documents, and the answer beside it.
#[derive(Debug, Deserialize)]
pub(super) struct Wire {
    #[serde(default, deserialize_with = "instant::text_or_number")]
    id: Option<String>,
    #[serde(default, deserialize_with = "instant::reference")]
    external_id: Option<String>,
    #[serde(default, deserialize_with = "instant::reference")]
    account: Option<String>,
    channel: Option<ChannelKind>,
    kind: Option<MentionKind>,
    origin: Option<Origin>,
    visibility: Option<Visibility>,
    direction: Option<Direction>,
    #[serde(default, deserialize_with = "instant::optional")]
    published_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "instant::optional")]
    received_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "instant::optional")]
    edited_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "instant::optional")]
    deleted_at: Option<DateTime<Utc>>,
    author: Option<Author>,
    followers: Option<u64>,
    title: Option<String>,
    text: Option<String>,
    truncated: Option<bool>,
    stars: Option<f32>,
    url: Option<String>,
    #[serde(default, deserialize_with = "instant::reference")]
    in_reply_to: Option<String>,
    thread: Option<Thread>,
    attachments: Option<Vec<Attachment>>,
    engagement: Option<Engagement>,
    promoted: Option<bool>,
    platform_language: Option<String>,
    tags: Option<BTreeSet<String>>,
    custom: Option<BTreeMap<String, Value>>,
    raw: Option<String>,
    reply: Option<String>,
    #[serde(default, deserialize_with = "instant::optional")]
    replied_at: Option<DateTime<Utc>>,
}

/// Reads an object, and nothing else: derived reading would take an array as well.
pub(super) fn object<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Wire, D::Error> {
    struct Object;

    impl<'de> serde::de::Visitor<'de> for Object {
        type Value = Wire;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a mention as an object")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Wire, A::Error> {
            Wire::deserialize(MapAccessDeserializer::new(map))
        }
    }

    deserializer.deserialize_map(Object)
}

impl Wire {
    /// The answer that stands beside the mention, if there is one.
    pub(super) fn take_answer(&mut self) -> Option<RecordedAnswer> {
        let text = self.reply.take();
        let at = self.replied_at.take();
        (text.is_some() || at.is_some()).then(|| RecordedAnswer::new(text, at))
    }

    /// Whether a text was given at all.
    pub(super) fn has_text(&self) -> bool {
        self.text.is_some()
    }

    /// Sets where it comes from, if it does not say so itself.
    pub(super) fn name_source(&mut self, channel: Option<&ChannelKind>, account: Option<&str>) {
        if self.channel.is_none() {
            self.channel = channel.cloned();
        }
        if self.account.is_none() {
            self.account = account.map(str::to_owned);
        }
    }

    /// The mention; without an identifier of its own or the platform's it gets `fallback`.
    pub(super) fn into_mention(
        self,
        fallback: impl FnOnce() -> Option<String>,
    ) -> Result<Mention, Error> {
        let id = self.id.or_else(|| self.external_id.clone()).or_else(fallback);
        let Some(id) = id else {
            return Err(Error::fault("id", "expected an id or an external_id, found neither"));
        };
        let mut author = self.author.unwrap_or_default();
        author.reach.followers = author.reach.followers.or(self.followers);
        let mut thread = self.thread.unwrap_or_default();
        thread.parent = thread.parent.or(self.in_reply_to);

        // Field by field: a setter for each would move the whole builder each time.
        let mut builder = Mention::builder(id);
        builder.author = author;
        builder.thread = thread;
        builder.text = self.text.unwrap_or_default();
        builder.truncated = self.truncated.unwrap_or_default();
        builder.promoted = self.promoted.unwrap_or_default();
        builder.origin = self.origin.unwrap_or_default();
        builder.direction = self.direction.unwrap_or_default();
        builder.channel = self.channel.unwrap_or(ChannelKind::Unknown);
        builder.attachments = self.attachments.unwrap_or_default();
        builder.tags = self.tags.unwrap_or_default();
        builder.custom = self.custom.unwrap_or_default();
        macro_rules! take {
            ($($key:ident)*) => { $( builder.$key = self.$key; )* };
        }
        take!(external_id account kind visibility published_at received_at edited_at deleted_at);
        take!(title stars url engagement platform_language raw);
        builder.build()
    }
}
