//! What can be evaluated, and the labels of each.

/// A judgement to evaluate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Sentiment,
    Intent,
    Urgency,
    Language,
}

impl Task {
    const ALL: [Self; 4] = [Self::Sentiment, Self::Intent, Self::Urgency, Self::Language];

    /// The task of that name.
    pub(crate) fn named(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|task| task.name() == name).ok_or_else(|| {
            format!("unknown task \"{name}\", expected sentiment, intent, urgency or language")
        })
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sentiment => "sentiment",
            Self::Intent => "intent",
            Self::Urgency => "urgency",
            Self::Language => "language",
        }
    }

    /// Its labels; those of urgency stand in their order.
    pub(crate) const fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Sentiment => &["negative", "neutral", "positive"],
            Self::Intent => &["complaint", "question", "compliment", "suggestion", "other"],
            Self::Urgency => &["low", "normal", "high", "critical"],
            Self::Language => &["nl", "en", "other"],
        }
    }

    /// Whether the labels have an order.
    pub(crate) const fn is_ordered(self) -> bool {
        matches!(self, Self::Urgency)
    }
}
