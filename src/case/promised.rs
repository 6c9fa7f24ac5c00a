//! What we promised.

use super::EventId;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A promise to the customer: "we find out".
///
/// It is kept by the next answer, or when the log says so. Where it has no time of its
/// own, the policy says when it is due.
///
/// # Example
/// ```
/// use webcare::case::{EventId, Promised};
///
/// let noon = "2026-11-03T11:00:00Z".parse().unwrap();
/// let promised = Promised::new().due(noon).text("We bellen voor twaalf uur").in_answer(EventId::new("a-1")?);
/// assert_eq!(promised.due_at(), Some(noon));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<EventId>,
}

impl Promised {
    /// A promise without a time of its own.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, due at this instant.
    #[must_use]
    pub const fn due(mut self, due: DateTime<Utc>) -> Self {
        self.due = Some(due);
        self
    }

    /// The same, in these words.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The same, made in this answer, which therefore does not keep it.
    #[must_use]
    pub fn in_answer(mut self, answer: EventId) -> Self {
        self.answer = Some(answer);
        self
    }

    /// When it is due, if it says so itself.
    #[must_use]
    pub const fn due_at(&self) -> Option<DateTime<Utc>> {
        self.due
    }

    /// What was promised, in words.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The answer in which it was made.
    #[must_use]
    pub const fn answer(&self) -> Option<&EventId> {
        self.answer.as_ref()
    }

    pub(super) fn in_words(&self) -> String {
        self.text.as_ref().map_or_else(|| "it".to_owned(), |text| format!("\"{text}\""))
    }

    pub(super) fn forget(&mut self) {
        if self.text.is_some() {
            self.text = Some(super::redaction::GONE.to_owned());
        }
    }
}
