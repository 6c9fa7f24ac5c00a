//! What the writer feels about the organisation.

use crate::judgement::{Abstention, Confidence, Evidence, Judgement};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the writer feels about the organisation or what it delivered.
///
/// # Example
/// ```
/// use webcare::classify::Polarity;
///
/// assert!(Polarity::Negative < Polarity::Positive);
/// assert_eq!(Polarity::Neutral.to_string(), "neutral");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Dissatisfied, angry, worried, sarcastic; or reporting that something is broken.
    Negative,
    /// No feeling shown towards the organisation.
    Neutral,
    /// Satisfied, grateful, enthusiastic.
    Positive,
}

impl Polarity {
    /// All polarities, most negative first.
    pub const ALL: [Self; 3] = [Self::Negative, Self::Neutral, Self::Positive];

    /// The word used in configuration and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::Neutral => "neutral",
            Self::Positive => "positive",
        }
    }
}

impl fmt::Display for Polarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The sentiment of a message: a polarity and a score.
///
/// # Example
/// ```
/// use webcare::classify::{Polarity, Sentiment};
/// use webcare::judgement::{Confidence, Judgement};
///
/// let judged = Judgement::decided(Polarity::Negative, Confidence::new(0.8), vec![]);
/// let sentiment = Sentiment::new(judged, -3.0);
/// assert_eq!(sentiment.polarity(), Some(Polarity::Negative));
/// assert_eq!(sentiment.score(), -1.0);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentiment {
    judgement: Judgement<Polarity>,
    score: f32,
}

impl Sentiment {
    /// A judgement with its score, which is clamped to −1..=1; not-a-number is taken for 0.
    #[must_use]
    pub const fn new(judgement: Judgement<Polarity>, score: f32) -> Self {
        // Adding zero turns −0 into 0.
        let score = if score.is_nan() { 0.0 } else { score.clamp(-1.0, 1.0) + 0.0 };
        Self { judgement, score }
    }

    /// The polarity; `None` when it abstains.
    #[must_use]
    pub fn polarity(&self) -> Option<Polarity> {
        self.judgement.label().copied()
    }

    /// How strong the feeling is: −1 (all negative) to 1 (all positive).
    #[must_use]
    pub const fn score(&self) -> f32 {
        self.score
    }

    /// How sure the polarity is.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.judgement.confidence()
    }

    /// What decided it; weights are in the unit of the score.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        self.judgement.evidence()
    }

    /// Why it abstains.
    #[must_use]
    pub const fn abstention(&self) -> Option<Abstention> {
        self.judgement.abstention()
    }

    /// The same, abstaining when it is less sure than `least`.
    #[must_use]
    pub fn abstain_below(self, least: Confidence) -> Self {
        Self { judgement: self.judgement.abstain_below(least), score: self.score }
    }
}
