//! The judgement itself.

use super::{Abstention, Confidence, Evidence};
use serde::{Deserialize, Serialize};

/// One judgement: a label with a confidence and evidence, or an abstention with a reason.
///
/// # Example
/// ```
/// use webcare::classify::Intent;
/// use webcare::judgement::{Abstention, Confidence, Judgement};
///
/// let judged = Judgement::decided(Intent::Question, Confidence::new(0.6), vec![]);
/// assert_eq!(judged.label(), Some(&Intent::Question));
///
/// let strict = judged.abstain_below(Confidence::new(0.9));
/// assert_eq!(strict.label(), None);
/// assert_eq!(strict.abstention(), Some(Abstention::Unsure));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement<L> {
    verdict: Verdict<L>,
    confidence: Confidence,
    evidence: Vec<Evidence>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict<L> {
    Label(L),
    Undetermined(Abstention),
}

impl<L> Judgement<L> {
    /// A judgement that decides.
    #[must_use]
    pub const fn decided(label: L, confidence: Confidence, evidence: Vec<Evidence>) -> Self {
        Self { verdict: Verdict::Label(label), confidence, evidence }
    }

    /// A judgement that abstains. Its confidence is [`Confidence::NONE`].
    #[must_use]
    pub const fn undetermined(reason: Abstention) -> Self {
        Self {
            verdict: Verdict::Undetermined(reason),
            confidence: Confidence::NONE,
            evidence: Vec::new(),
        }
    }

    /// What was decided; `None` when it abstains.
    #[must_use]
    pub const fn label(&self) -> Option<&L> {
        match &self.verdict {
            Verdict::Label(label) => Some(label),
            Verdict::Undetermined(_) => None,
        }
    }

    /// Why it abstains; `None` when it decides.
    #[must_use]
    pub const fn abstention(&self) -> Option<Abstention> {
        match self.verdict {
            Verdict::Label(_) => None,
            Verdict::Undetermined(reason) => Some(reason),
        }
    }

    /// How sure it is. After [`abstain_below`](Self::abstain_below) has struck, how sure
    /// it was of the answer that it withholds.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// What decided it, in the order of the text.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The same judgement, abstaining when it is less sure than `least`.
    #[must_use]
    pub fn abstain_below(mut self, least: Confidence) -> Self {
        if matches!(self.verdict, Verdict::Label(_)) && self.confidence < least {
            self.verdict = Verdict::Undetermined(Abstention::Unsure);
        }
        self
    }
}
