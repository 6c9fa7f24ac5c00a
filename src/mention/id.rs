//! Which mention this is.

use super::ChannelKind;
use crate::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The name by which the host knows a mention: 1 to 512 bytes, no control characters.
///
/// # Example
/// ```
/// use webcare::mention::MentionId;
///
/// assert_eq!(MentionId::new("m-1")?.as_str(), "m-1");
/// assert!(MentionId::new("two\nlines").is_err());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct MentionId(String);

impl MentionId {
    /// The longest identifier, in bytes.
    pub const MAX_BYTES: usize = 512;

    /// Takes `id` as an identifier.
    ///
    /// # Errors
    /// When it is empty, longer than [`MAX_BYTES`](Self::MAX_BYTES), or holds a control
    /// character.
    pub fn new(id: impl Into<String>) -> Result<Self, Error> {
        let id = id.into();
        if id.is_empty() {
            return Err(Error::fault("id", "expected 1 to 512 bytes of text, found none"));
        }
        if id.len() > Self::MAX_BYTES {
            let found = id.len();
            return Err(Error::fault("id", format!("expected 1 to 512 bytes, found {found}")));
        }
        if id.chars().any(char::is_control) {
            return Err(Error::fault("id", "expected no control characters"));
        }
        Ok(Self(id))
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MentionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for MentionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// What makes two mentions the same message: channel, account and the platform's own
/// identifier.
///
/// The same message, found by two queries or delivered twice, has the same key.
///
/// # Example
/// ```
/// use webcare::mention::{ChannelKind, Mention};
///
/// let once = Mention::builder("m-1").channel(ChannelKind::X).external_id("99").build()?;
/// let again = Mention::builder("m-2").channel(ChannelKind::X).external_id("99").build()?;
/// assert_eq!(once.dedup_key(), again.dedup_key());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DedupKey {
    channel: ChannelKind,
    account: Option<String>,
    external_id: String,
}

impl DedupKey {
    pub(super) fn new(channel: ChannelKind, account: Option<String>, external_id: String) -> Self {
        Self { channel, account, external_id }
    }

    /// The channel on which the message stands.
    #[must_use]
    pub const fn channel(&self) -> &ChannelKind {
        &self.channel
    }

    /// The own account that received it, if one did.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// The platform's identifier.
    #[must_use]
    pub fn external_id(&self) -> &str {
        &self.external_id
    }
}
