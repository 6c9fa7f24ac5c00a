//! What a case was judged to be.

use crate::Priority;
use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a case was judged to be: its language, how soon it is to be handled, its tags.
/// A part that is not given stays as it was.
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::case::Judged;
///
/// let judged = Judged::new().priority(Priority::High).tags(["delivery"]);
/// assert_eq!(
///     serde_json::to_string(&judged)?,
///     r#"{"priority":"high","tags":["delivery"]}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    priority: Option<Priority>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tags: Option<BTreeSet<String>>,
}

impl Judged {
    /// A judgement that says nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, in this language.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// The same, to be handled this soon.
    #[must_use]
    pub const fn priority(mut self, priority: Priority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// The same with these tags, in the place of all there were.
    #[must_use]
    pub fn tags<T: Into<String>>(mut self, tags: impl IntoIterator<Item = T>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// The language, where it says one.
    #[must_use]
    pub const fn its_language(&self) -> Option<Language> {
        self.language
    }

    /// The priority, where it says one.
    #[must_use]
    pub const fn its_priority(&self) -> Option<Priority> {
        self.priority
    }

    /// The tags, where it says any.
    #[must_use]
    pub const fn its_tags(&self) -> Option<&BTreeSet<String>> {
        self.tags.as_ref()
    }
}

impl From<Priority> for Judged {
    /// A judgement that says how soon it is to be handled, and nothing else.
    fn from(priority: Priority) -> Self {
        Self::new().priority(priority)
    }
}
