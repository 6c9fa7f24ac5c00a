//! What a detector answers.

use super::Language;
use crate::judgement::{Confidence, Evidence};
use serde::{Deserialize, Serialize};

/// The language of a message, how sure that is, and the words that told.
///
/// # Example
/// ```
/// use webcare::judgement::Confidence;
/// use webcare::language::{Detection, Language};
///
/// let told = Detection::new(Language::Dutch, Confidence::new(0.9));
/// assert!(told.is(Language::Dutch));
/// assert!(Detection::undetermined().is(Language::Undetermined));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Detection {
    language: Language,
    confidence: Confidence,
    #[serde(default)]
    evidence: Vec<Evidence>,
}

impl Detection {
    /// A language with a confidence, and no words to show for it.
    #[must_use]
    pub const fn new(language: Language, confidence: Confidence) -> Self {
        Self { language, confidence, evidence: Vec::new() }
    }

    /// The language could not be told.
    #[must_use]
    pub const fn undetermined() -> Self {
        Self::new(Language::Undetermined, Confidence::NONE)
    }

    /// The same with the words that told.
    #[must_use]
    pub fn with_evidence(mut self, evidence: Vec<Evidence>) -> Self {
        self.evidence = evidence;
        self
    }

    /// The same, where what was taken for the text was the title.
    pub(crate) fn in_title(self) -> Self {
        let evidence = self.evidence.into_iter().map(Evidence::in_title).collect();
        Self { evidence, ..self }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether it is `language`.
    #[must_use]
    pub fn is(&self, language: Language) -> bool {
        self.language == language
    }

    /// How sure that is; nothing when undetermined.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// The words that told, in the order of the text.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }
}
