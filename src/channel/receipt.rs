//! What a platform says when it has taken an answer.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What a platform says when it has taken an answer.
///
/// # Example
/// ```
/// use webcare::channel::Receipt;
///
/// let receipt = Receipt::new("1024").with_url("https://forum.example/t/1024");
/// assert_eq!(receipt.external_id(), "1024");
/// assert!(!receipt.is_replay());
/// assert!(receipt.replayed().is_replay());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    external_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    replay: bool,
}

impl Receipt {
    /// The platform has it under `external_id`.
    #[must_use]
    pub fn new(external_id: impl Into<String>) -> Self {
        Self { external_id: external_id.into(), at: None, url: None, replay: false }
    }

    /// The same, placed at `at`.
    #[must_use]
    pub fn with_time(mut self, at: DateTime<Utc>) -> Self {
        self.at = Some(at);
        self
    }

    /// The same, to be read at `url`.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The same, for an answer that had been sent before with this key.
    #[must_use]
    pub fn replayed(mut self) -> Self {
        self.replay = true;
        self
    }

    /// The platform's identifier of what was sent.
    #[must_use]
    pub fn external_id(&self) -> &str {
        &self.external_id
    }

    /// When it was placed. From [`send`](super::send) always there: the platform's time,
    /// else the time of sending.
    #[must_use]
    pub const fn at(&self) -> Option<DateTime<Utc>> {
        self.at
    }

    /// Where it can be read.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Whether it had been sent before, so that this attempt sent nothing.
    #[must_use]
    pub const fn is_replay(&self) -> bool {
        self.replay
    }
}
