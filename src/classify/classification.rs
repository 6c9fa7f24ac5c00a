//! The whole judgement of one message.

use super::{Intent, Polarity, Sentiment, Urgency, UrgencyLevel};
use crate::judgement::{Abstention, Confidence, Judgement};
use crate::language::Detection;
use serde::{Deserialize, Serialize};

/// The judgement of one message: language, sentiment, intent and urgency, each with its
/// confidence and evidence, each free to abstain.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
///
/// let own = Classification::abstaining(Abstention::OwnMessage);
/// assert_eq!(own.intent().label(), None);
/// assert_eq!(own.sentiment().abstention(), Some(Abstention::OwnMessage));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Classification {
    language: Detection,
    sentiment: Sentiment,
    intent: Judgement<Intent>,
    urgency: Urgency,
}

impl Classification {
    /// Puts the four judgements together.
    #[must_use]
    pub const fn new(
        language: Detection,
        sentiment: Sentiment,
        intent: Judgement<Intent>,
        urgency: Urgency,
    ) -> Self {
        Self { language, sentiment, intent, urgency }
    }

    /// A classification that abstains from everything, for one reason.
    #[must_use]
    pub const fn abstaining(reason: Abstention) -> Self {
        Self {
            language: Detection::undetermined(),
            sentiment: Sentiment::new(Judgement::<Polarity>::undetermined(reason), 0.0),
            intent: Judgement::undetermined(reason),
            urgency: Urgency::new(Judgement::<UrgencyLevel>::undetermined(reason), 0.0),
        }
    }

    /// The same in another language: what the detector told.
    #[must_use]
    pub fn with_language(mut self, language: Detection) -> Self {
        self.language = language;
        self
    }

    /// The language it is written in.
    #[must_use]
    pub const fn language(&self) -> &Detection {
        &self.language
    }

    /// What the writer feels about the organisation.
    #[must_use]
    pub const fn sentiment(&self) -> &Sentiment {
        &self.sentiment
    }

    /// What the agent has to do with it.
    #[must_use]
    pub const fn intent(&self) -> &Judgement<Intent> {
        &self.intent
    }

    /// How soon somebody must act.
    #[must_use]
    pub const fn urgency(&self) -> &Urgency {
        &self.urgency
    }

    /// Whether it is thanks or praise and nothing that waits for an answer.
    #[must_use]
    pub fn is_thanks(&self) -> bool {
        self.intent.label() == Some(&Intent::Compliment)
            && self.urgency.level().is_none_or(|level| level == UrgencyLevel::Low)
    }

    /// The same, where sentiment, intent and urgency abstain when less sure than `least`.
    #[must_use]
    pub fn abstain_below(self, least: Confidence) -> Self {
        Self {
            language: self.language,
            sentiment: self.sentiment.abstain_below(least),
            intent: self.intent.abstain_below(least),
            urgency: self.urgency.abstain_below(least),
        }
    }
}
