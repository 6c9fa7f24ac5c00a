//! Tests of the stage: cases from `testdata/routing`, and an oracle.

mod cases;
mod hostile;
mod oracle;
mod property;

use crate::classify::{Classification, Intent, Polarity, Sentiment, Urgency, UrgencyLevel};
use crate::judgement::{Abstention, Confidence, Judgement};
use crate::language::{Detection, Language};

/// A judgement as a case writes it; what is absent abstains.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Judged {
    language: Option<Language>,
    sentiment: Option<Polarity>,
    sentiment_score: f32,
    intent: Option<Intent>,
    urgency: Option<UrgencyLevel>,
    urgency_score: f32,
}

impl Judged {
    fn classification(&self) -> Classification {
        fn judgement<L>(label: Option<L>) -> Judgement<L> {
            let none = || Judgement::undetermined(Abstention::NoEvidence);
            label.map_or_else(none, |label| {
                Judgement::decided(label, Confidence::CERTAIN, Vec::new())
            })
        }
        let language = self.language.map_or_else(Detection::undetermined, |language| {
            Detection::new(language, Confidence::CERTAIN)
        });
        Classification::new(
            language,
            Sentiment::new(judgement(self.sentiment), self.sentiment_score),
            judgement(self.intent),
            Urgency::new(judgement(self.urgency), self.urgency_score),
        )
    }
}
