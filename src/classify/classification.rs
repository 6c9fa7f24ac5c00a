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

    /// What this and `other` agree on, no surer than the less sure of them; where they
    /// disagree, nothing tells.
    pub(crate) fn agreeing_with(self, other: Self) -> Self {
        let agreed = |same: bool| if same { None } else { Some(Abstention::NoEvidence) };
        let sentiment = match agreed(self.sentiment.polarity() == other.sentiment.polarity()) {
            None if other.sentiment.confidence() < self.sentiment.confidence() => other.sentiment,
            None => self.sentiment,
            Some(why) => Sentiment::new(Judgement::undetermined(why), 0.0),
        };
        let intent = match agreed(self.intent.label() == other.intent.label()) {
            None if other.intent.confidence() < self.intent.confidence() => other.intent,
            None => self.intent,
            Some(why) => Judgement::undetermined(why),
        };
        let urgency = match agreed(self.urgency.level() == other.urgency.level()) {
            None if other.urgency.confidence() < self.urgency.confidence() => other.urgency,
            None => self.urgency,
            Some(why) => Urgency::new(Judgement::undetermined(why), 0.0),
        };
        Self { language: self.language, sentiment, intent, urgency }
    }

    /// The same with another sentiment.
    #[must_use]
    pub fn with_sentiment(mut self, sentiment: Sentiment) -> Self {
        self.sentiment = sentiment;
        self
    }

    /// The same with another intent.
    #[must_use]
    pub fn with_intent(mut self, intent: Judgement<Intent>) -> Self {
        self.intent = intent;
        self
    }

    /// The same with another urgency.
    #[must_use]
    pub fn with_urgency(mut self, urgency: Urgency) -> Self {
        self.urgency = urgency;
        self
    }

    /// The same with each judgement as a function makes it anew.
    pub(crate) fn rejudged(
        self,
        sentiment: impl FnOnce(Sentiment) -> Sentiment,
        intent: impl FnOnce(Judgement<Intent>) -> Judgement<Intent>,
        urgency: impl FnOnce(Urgency) -> Urgency,
    ) -> Self {
        Self {
            language: self.language,
            sentiment: sentiment(self.sentiment),
            intent: intent(self.intent),
            urgency: urgency(self.urgency),
        }
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

    /// Whether it is thanks or praise and nothing that waits for an answer. That a writer
    /// is known doesn't change it.
    #[must_use]
    pub fn is_thanks(&self) -> bool {
        let level = self.urgency.from_text().level();
        self.intent.label() == Some(&Intent::Compliment)
            && level.is_none_or(|level| level == UrgencyLevel::Low)
    }

    /// The same, where sentiment, intent and urgency abstain when less sure than `least`.
    #[must_use]
    pub fn abstain_below(self, least: Confidence) -> Self {
        self.rejudged(
            |sentiment| sentiment.abstain_below(least),
            |intent| intent.abstain_below(least),
            |urgency| urgency.abstain_below(least),
        )
    }
}
