//! How soon somebody must act.

use crate::judgement::{Abstention, Confidence, Evidence, Judgement};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How soon a human must act, whoever the writer is.
///
/// # Example
/// ```
/// use webcare::classify::UrgencyLevel;
///
/// assert!(UrgencyLevel::Critical > UrgencyLevel::High);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UrgencyLevel {
    /// No answer is needed, or it can wait without harm.
    Low,
    /// An ordinary complaint or question.
    Normal,
    /// The customer is stuck now, loses something today, has asked before, or threatens to
    /// leave or to go public.
    High,
    /// Danger, fraud going on, a data leak, a vulnerable person without care, an outage
    /// that hits many. Minutes count.
    Critical,
}

impl UrgencyLevel {
    /// All levels, lowest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Critical];

    /// The word used in configuration and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for UrgencyLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The urgency of a message: a level, and a score that orders within it.
///
/// Where a host lets what it knows of the writer count
/// ([`KnownWeights`](super::KnownWeights)), level and score tell both together, and
/// [`from_text`](Self::from_text) what the text says alone.
///
/// # Example
/// ```
/// use webcare::classify::{Urgency, UrgencyLevel};
/// use webcare::judgement::{Confidence, Evidence, Judgement, Place};
///
/// let text = "Ik ruik gas";
/// let gas = Evidence::new(Place::Text { start: 3, end: 11 }, 60.0, "danger");
/// let judged = Judgement::decided(UrgencyLevel::Critical, Confidence::new(0.9), vec![gas]);
/// let urgency = Urgency::new(judged, 90.0);
/// assert_eq!(urgency.reasons(text), ["danger: 'ruik gas'"]);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Urgency {
    judgement: Judgement<UrgencyLevel>,
    score: f32,
    /// What it was before anything known was added; `None` when nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_text: Option<Box<Self>>,
}

impl Urgency {
    /// A judgement with its score, which is clamped to 0..=100; not-a-number is taken for 0.
    #[must_use]
    pub const fn new(judgement: Judgement<UrgencyLevel>, score: f32) -> Self {
        let score = if score.is_nan() { 0.0 } else { score.clamp(0.0, 100.0) };
        Self { judgement, score, from_text: None }
    }

    /// The level; `None` when it abstains.
    #[must_use]
    pub fn level(&self) -> Option<UrgencyLevel> {
        self.judgement.label().copied()
    }

    /// How urgent it is: 0 (can wait for ever) to 100 (drop everything).
    #[must_use]
    pub const fn score(&self) -> f32 {
        self.score
    }

    /// How sure the level is.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.judgement.confidence()
    }

    /// What decided it; weights are points of the score.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        self.judgement.evidence()
    }

    /// What the text says alone, without what the host knows of the writer.
    #[must_use]
    pub fn from_text(&self) -> &Self {
        self.from_text.as_deref().unwrap_or(self)
    }

    /// The same, where `text` is what the text says alone.
    pub(super) fn beside(self, text: Self) -> Self {
        let text = text.from_text.map_or_else(|| Self { from_text: None, ..text }, |text| *text);
        Self { from_text: Some(Box::new(text)), ..self }
    }

    /// The same, where the level is what `level_of` makes of the score.
    pub(super) fn levelled(self, level_of: impl FnOnce(f32) -> UrgencyLevel) -> Self {
        if self.level().is_none() {
            return self;
        }
        let (confidence, evidence) = (self.confidence(), self.evidence().to_vec());
        let judgement = Judgement::decided(level_of(self.score), confidence, evidence);
        Self { judgement, ..self }
    }

    /// Why it abstains.
    #[must_use]
    pub const fn abstention(&self) -> Option<Abstention> {
        self.judgement.abstention()
    }

    /// The reasons for people, strongest first; `text` is the text that was judged.
    #[must_use]
    pub fn reasons(&self, text: &str) -> Vec<String> {
        let mut evidence: Vec<&Evidence> = self.evidence().iter().collect();
        evidence.sort_by(|a, b| b.weight().abs().total_cmp(&a.weight().abs()));
        evidence.into_iter().map(|evidence| evidence.describe(text)).collect()
    }

    /// The same, abstaining when it is less sure than `least`.
    #[must_use]
    pub fn abstain_below(self, least: Confidence) -> Self {
        Self { judgement: self.judgement.abstain_below(least), ..self }
    }
}
