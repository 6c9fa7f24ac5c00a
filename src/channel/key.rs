//! What makes two attempts to send the same.

use crate::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// What makes two attempts to send the same: 1 to 255 bytes of text, without control
/// characters.
///
/// Choose it once for each answer, before the first attempt, and keep it with the answer;
/// the identifier of the event that records the answer serves well. The same key sends at
/// most once, however often it is tried.
///
/// # Example
/// ```
/// use webcare::channel::IdempotencyKey;
///
/// assert_eq!(IdempotencyKey::new("answer-7")?.as_str(), "answer-7");
/// let error = IdempotencyKey::new("").unwrap_err();
/// assert_eq!(error.to_string(), "key: expected 1 to 255 bytes of text, found none");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The longest key, in bytes.
    pub const MAX_BYTES: usize = 255;

    /// Takes `key` as a key.
    ///
    /// # Errors
    /// When it is empty, longer than [`MAX_BYTES`](Self::MAX_BYTES), or holds a control
    /// character.
    pub fn new(key: impl Into<String>) -> Result<Self, Error> {
        let key = key.into();
        if key.is_empty() {
            return Err(Error::fault("key", "expected 1 to 255 bytes of text, found none"));
        }
        if key.len() > Self::MAX_BYTES {
            let found = key.len();
            return Err(Error::fault("key", format!("expected 1 to 255 bytes, found {found}")));
        }
        if key.chars().any(char::is_control) {
            return Err(Error::fault("key", "expected no control characters"));
        }
        Ok(Self(key))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for IdempotencyKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::IdempotencyKey;

    #[test]
    fn a_key_has_a_length_and_no_control_characters() {
        assert!(IdempotencyKey::new("k".repeat(255)).is_ok());
        let error = IdempotencyKey::new("k".repeat(256)).unwrap_err();
        assert_eq!(error.to_string(), "key: expected 1 to 255 bytes, found 256");
        let error = IdempotencyKey::new("a\nb").unwrap_err();
        assert_eq!(error.to_string(), "key: expected no control characters");
        assert!(serde_json::from_str::<IdempotencyKey>("\"\"").is_err());
        let key: IdempotencyKey = serde_json::from_str("\"k-1\"").unwrap();
        assert_eq!(serde_json::to_string(&key).unwrap(), "\"k-1\"");
        assert_eq!(key.to_string(), "k-1");
    }
}
