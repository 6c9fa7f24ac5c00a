//! One message about or to the organisation, as data.
//!
//! A [`Mention`] is what every later stage reads: who wrote what, when, where, and who
//! can see it. Its text is never altered; judgements point into it by byte range. Its
//! vocabulary is open: a channel kind, mention kind or visibility that this version does
//! not know is kept as it was read.
//!
//! # Format
//! A mention is read from, and written as, one JSON object (or whatever else serde
//! speaks). Only `id` is needed, and [`JsonLines`] even makes that up from the line
//! number. Unknown keys are ignored, and so is one whose value is null. A time, or an
//! identifier other than `id`, that is a blank text counts as left out too.
//!
//! | key | value |
//! |---|---|
//! | `id` | text or whole number; else `external_id` serves |
//! | `external_id`, `account` | the platform's identifier; the own account that received it; text or whole number |
//! | `channel`, `kind` | [`ChannelKind`], [`MentionKind`] |
//! | `origin`, `visibility`, `direction` | [`Origin`], [`Visibility`], [`Direction`] |
//! | `published_at`, `received_at`, `edited_at`, `deleted_at` | RFC 3339; without an offset: UTC |
//! | `author` | text, or object: see [`Author`]; `followers` may also stand beside it |
//! | `title`, `text`, `truncated` | what was written, and whether the source cut it short |
//! | `stars` | 0 to 5 |
//! | `url` | where it stands |
//! | `in_reply_to`, `thread` | the parent's identifier; or all of [`Thread`] |
//! | `attachments`, `engagement` | [`Attachment`]s, [`Engagement`] |
//! | `promoted` | whether it is, or stands under, an advertisement |
//! | `platform_language` | the language as the platform tells it |
//! | `tags`, `custom` | the host's own labels and values |
//! | `raw` | the payload it was made from, as text |
//!
//! Left out, `visibility` is private on channels that are conversations and public
//! elsewhere; `kind` follows from the channel.

mod attachment;
mod author;
mod builder;
mod channel_kind;
mod direction;
mod engagement;
mod id;
mod instant;
mod json_lines;
#[expect(clippy::module_inception, reason = "the type that gives the stage its name")]
mod mention;
mod mention_kind;
mod origin;
mod record;
mod thread;
mod visibility;
mod wire;
mod words;

pub use attachment::{Attachment, AttachmentKind};
pub use author::{Author, AuthorFlag, Reach};
pub use builder::MentionBuilder;
pub use channel_kind::ChannelKind;
pub use direction::{Direction, Sender};
pub use engagement::Engagement;
pub use id::{DedupKey, MentionId};
pub(crate) use instant::reference;
pub use json_lines::{JsonLines, LineError};
pub use mention::Mention;
pub use mention_kind::MentionKind;
pub use origin::Origin;
pub use record::{Record, RecordedAnswer};
pub use thread::{ParentState, Thread};
pub use visibility::Visibility;
