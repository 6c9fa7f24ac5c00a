//! What hangs on a mention besides its text.

use super::words::open_words;
use serde::{Deserialize, Deserializer, Serialize};

open_words! {
    /// What sort of thing is attached.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::AttachmentKind;
    ///
    /// assert_eq!(AttachmentKind::from("photo"), AttachmentKind::Image);
    /// ```
    pub enum AttachmentKind {
        /// A still picture.
        Image = "image" | "photo",
        /// A moving picture.
        Video = "video",
        /// Sound.
        Audio = "audio" | "voice",
        /// A file.
        File = "file" | "document",
        /// A sticker.
        Sticker = "sticker",
        /// A place.
        Location = "location",
        /// A preview of a linked page.
        Link = "link",
    }
}

/// One thing that hangs on a mention. A mention may have many.
///
/// # Example
/// ```
/// use webcare::mention::{Attachment, AttachmentKind};
///
/// let photo: Attachment =
///     serde_json::from_str(r#"{"kind": "image", "alt": "een kapotte doos"}"#)?;
/// assert_eq!(photo.kind, AttachmentKind::Image);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What sort of thing it is; where the source does not say, `Other("unknown")`.
    #[serde(default = "unknown", deserialize_with = "kind")]
    pub kind: AttachmentKind,
    /// Where it can be fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its media type, such as `image/jpeg`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// What it shows, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Its size in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
}

fn unknown() -> AttachmentKind {
    AttachmentKind::Other("unknown".to_owned())
}

/// A kind that may be null.
fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<AttachmentKind, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_else(unknown))
}
