//! What cases and events are called.

use crate::Error;
use crate::mention::MentionId;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// Checks what every name here has to satisfy; `what` names it in the message.
fn checked(what: &'static str, id: String, max_bytes: usize) -> Result<String, Error> {
    if id.is_empty() || id.len() > max_bytes {
        let found = id.len();
        return Err(Error::fault(what, format!("expected 1 to {max_bytes} bytes, found {found}")));
    }
    if id.chars().any(char::is_control) {
        return Err(Error::fault(what, "expected no control characters"));
    }
    Ok(id)
}

/// The name of a case: 1 to 512 bytes, no control characters.
///
/// The host chooses it. [`Cases`](super::Cases) names a case after the mention that opened
/// it.
///
/// # Example
/// ```
/// use webcare::case::CaseId;
///
/// assert_eq!(CaseId::new("2026-0117")?.as_str(), "2026-0117");
/// let error = CaseId::new("").unwrap_err();
/// assert_eq!(error.to_string(), "case: expected 1 to 512 bytes, found 0");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CaseId(String);

impl CaseId {
    /// The longest name, in bytes.
    pub const MAX_BYTES: usize = MentionId::MAX_BYTES;

    /// Takes `id` as the name of a case.
    ///
    /// # Errors
    /// When it is empty, longer than [`MAX_BYTES`](Self::MAX_BYTES), or holds a control
    /// character.
    pub fn new(id: impl Into<String>) -> Result<Self, Error> {
        checked("case", id.into(), Self::MAX_BYTES).map(Self)
    }

    /// Another name, for when this one is taken; `number` tells such names apart.
    pub(super) fn numbered(&self, number: usize) -> Self {
        let suffix = format!("+{number}");
        let end = self.0.floor_char_boundary(Self::MAX_BYTES.saturating_sub(suffix.len()));
        Self(format!("{}{suffix}", self.0.get(..end).unwrap_or_default()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&MentionId> for CaseId {
    /// A case named after a mention.
    fn from(mention: &MentionId) -> Self {
        Self(mention.as_str().to_owned())
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for CaseId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The name of an event: 1 to 600 bytes, no control characters.
///
/// The same event, delivered twice, has the same name; that is what makes recording
/// idempotent. The host chooses it, except for messages: these are named after their
/// mention.
///
/// # Example
/// ```
/// use webcare::case::EventId;
/// use webcare::mention::MentionId;
///
/// assert_eq!(EventId::new("note-3")?.as_str(), "note-3");
/// let mention = MentionId::new("m-1")?;
/// assert_eq!(EventId::of_mention(&mention).as_str(), "mention:m-1");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EventId(String);

impl EventId {
    /// The longest name, in bytes.
    pub const MAX_BYTES: usize = 600;

    /// Takes `id` as the name of an event.
    ///
    /// # Errors
    /// When it is empty, longer than [`MAX_BYTES`](Self::MAX_BYTES), or holds a control
    /// character.
    pub fn new(id: impl Into<String>) -> Result<Self, Error> {
        checked("event", id.into(), Self::MAX_BYTES).map(Self)
    }

    /// The name of the event that brings `mention` into a case.
    #[must_use]
    pub fn of_mention(mention: &MentionId) -> Self {
        let mut id = String::with_capacity("mention:".len() + mention.as_str().len());
        id.push_str("mention:");
        id.push_str(mention.as_str());
        Self(id)
    }

    /// The name of the event that says how a mention was judged.
    pub(super) fn of_judgement(mention: &MentionId) -> Self {
        Self(format!("judged:{mention}"))
    }

    /// The name of the event by which a case becomes part of another one.
    pub(super) fn of_merged(case: &CaseId) -> Self {
        Self(format!("merged:{case}"))
    }

    /// A place for a name that is still to be found.
    pub(super) const fn unnamed() -> Self {
        Self(String::new())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{CaseId, EventId};

    #[test]
    fn names_are_bounded_and_say_what_is_wrong() {
        assert!(CaseId::new("x".repeat(512)).is_ok());
        assert!(EventId::new("x".repeat(600)).is_ok());
        for (error, message) in [
            (CaseId::new("x".repeat(513)), "case: expected 1 to 512 bytes, found 513"),
            (CaseId::new("a\tb"), "case: expected no control characters"),
        ] {
            assert_eq!(error.unwrap_err().to_string(), message);
        }
        let error = EventId::new("x".repeat(601)).unwrap_err();
        assert_eq!(error.to_string(), "event: expected 1 to 600 bytes, found 601");
        assert!(serde_json::from_str::<CaseId>("\"\"").is_err());
        assert!(serde_json::from_str::<EventId>("\"\"").is_err());
    }
}
