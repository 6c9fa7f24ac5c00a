//! A text with what is known of it.

use std::ops::Range;

/// The judgements, and which answers of the network are theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    Sentiment,
    Intent,
    Urgency,
}

impl Task {
    pub const ALL: [Self; 3] = [Self::Sentiment, Self::Intent, Self::Urgency];

    /// Its answers among those of the network.
    pub const fn answers(self) -> Range<usize> {
        match self {
            Self::Sentiment => 0..3,
            Self::Intent => 3..8,
            Self::Urgency => 8..12,
        }
    }

    /// The names of its answers.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Sentiment => &["negative", "neutral", "positive"],
            Self::Intent => &["complaint", "question", "compliment", "suggestion", "other"],
            Self::Urgency => &["low", "normal", "high", "critical"],
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Sentiment => "sentiment",
            Self::Intent => "intent",
            Self::Urgency => "urgency",
        }
    }

    /// The label with this name.
    pub fn label(self, name: &str) -> Option<Label> {
        self.names().iter().position(|known| *known == name).map(Label::only)
    }
}

/// What the right answer is, or which answers may be right: a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(u128);

impl Label {
    /// One answer, below 128.
    pub const fn only(answer: usize) -> Self {
        Self(1 << answer)
    }

    /// One of several answers.
    pub fn one_of(answers: &[usize]) -> Self {
        Self(answers.iter().fold(0, |bits, answer| bits | 1 << answer))
    }

    /// The answer, if there is only one that may be right.
    pub const fn answer(self) -> Option<usize> {
        if self.is_sure() { Some(self.0.trailing_zeros() as usize) } else { None }
    }

    /// Whether only one answer may be right.
    pub const fn is_sure(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether this answer may be right.
    pub const fn allows(self, answer: usize) -> bool {
        self.0 >> answer & 1 == 1
    }
}

/// The labels of a text, by [`Task`].
pub type Labels = [Option<Label>; 3];

/// What a source is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Only learnt from.
    Lesson,
    /// Learnt from, and asked of a model that has not seen it.
    Asked,
    /// Never learnt from.
    Test,
}

/// A text with its labels.
#[derive(Clone, Debug)]
pub struct Example {
    pub text: String,
    pub dutch: bool,
    /// The short name of the source.
    pub source: &'static str,
    pub role: Role,
    pub labels: Labels,
    /// How much each label counts.
    pub weights: [f32; 3],
    /// Which labels are good enough to judge a model by.
    pub judges: [bool; 3],
    pub fold: u64,
    /// The row of its source, whose habits it may explain; 0: none.
    pub source_row: u32,
    /// The question that is asked only to teach the hidden units, and its answer.
    pub other: Option<(usize, Label)>,
}

impl Example {
    /// Whether it is a message of a customer with all labels.
    pub fn is_customer(&self) -> bool {
        self.source.starts_with("desk") || self.source.starts_with("corpus")
    }

    /// Whether a model that is asked about part `fold` may learn from it.
    pub fn teaches(&self, fold: Option<u64>) -> bool {
        match self.role {
            Role::Lesson => true,
            Role::Asked => Some(self.fold) != fold,
            Role::Test => false,
        }
    }

    /// The right answer of a judgement, and what was found. Where it is only known whether
    /// a message complains, all other intents are one.
    pub fn asked(&self, task: Task, found: usize) -> Option<(usize, usize)> {
        if self.source == "complaints_half" && task == Task::Intent {
            let complains = self.answer(task) == Some(0);
            return Some((usize::from(!complains), usize::from(found != 0)));
        }
        Some((self.answer(task)?, found))
    }

    /// The right answer of a judgement.
    pub fn answer(&self, task: Task) -> Option<usize> {
        self.labels[task as usize].and_then(Label::answer)
    }
}
