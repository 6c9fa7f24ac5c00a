//! The four judgements of a mention, each as one word.

use webcare::classify::{Classification, Intent, Polarity, UrgencyLevel};
use webcare::language::Language;

/// The word for a judgement that abstains.
pub(crate) const UNDETERMINED: &str = "undetermined";

/// The four judgements of a mention, each as one word.
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) language: Language,
    pub(crate) sentiment: &'static str,
    pub(crate) intent: &'static str,
    pub(crate) urgency: &'static str,
}

impl Labels {
    pub(crate) fn of(judged: &Classification) -> Self {
        let intent = judged.intent().label().copied();
        Self {
            language: judged.language().language(),
            sentiment: judged.sentiment().polarity().map_or(UNDETERMINED, Polarity::as_str),
            intent: intent.map_or(UNDETERMINED, Intent::as_str),
            urgency: judged.urgency().level().map_or(UNDETERMINED, UrgencyLevel::as_str),
        }
    }
}
