//! Putting a desk together.

use super::Desk;
use crate::calendar::{Calendar, Calendars};
use crate::classify::{Adaptation, BuiltIn, Classifier};
use crate::error::{Error, Fault};
use crate::judgement::Confidence;
use crate::language::{self, Detector};
use crate::routing::Rules;
use crate::sla::Policies;

/// Makes a [`Desk`]. Set rules if mentions are to go to more than one queue, policies and
/// a calendar if deadlines are wanted; the built-in detector and classifier serve until
/// others are set.
///
/// # Example
/// ```
/// use webcare::calendar::Calendar;
/// use webcare::desk::Desk;
///
/// let desk = Desk::builder().calendar(Calendar::always()).build()?;
/// assert!(desk.rules().is_empty());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct DeskBuilder {
    detector: Box<dyn Detector>,
    /// `None` is the built-in one.
    classifier: Option<Box<dyn Classifier>>,
    adaptation: Adaptation,
    abstain_below: Confidence,
    rules: Rules,
    policies: Policies,
    calendars: Calendars,
}

impl Default for DeskBuilder {
    fn default() -> Self {
        Self {
            detector: Box::new(language::BuiltIn),
            classifier: None,
            adaptation: Adaptation::default(),
            abstain_below: Confidence::NONE,
            rules: Rules::default(),
            policies: Policies::default(),
            calendars: Calendars::default(),
        }
    }
}

impl DeskBuilder {
    /// What tells the language.
    pub fn detector(mut self, detector: impl Detector + 'static) -> Self {
        self.detector = Box::new(detector);
        self
    }

    /// What judges.
    pub fn classifier(mut self, classifier: impl Classifier + 'static) -> Self {
        self.classifier = Some(Box::new(classifier));
        self
    }

    /// How the judgement is adapted: the host's own words, what it lets count of what it
    /// knows, and its thresholds. Weights and thresholds hold for any classifier; words are
    /// for the built-in one, and one that is set brings its own
    /// ([`BuiltIn::overrides`]).
    pub fn adaptation(mut self, adaptation: Adaptation) -> Self {
        self.adaptation = adaptation;
        self
    }

    /// Withholds judgements that are less sure than `least`.
    pub const fn abstain_below(mut self, least: Confidence) -> Self {
        self.abstain_below = least;
        self
    }

    /// The rules that route.
    pub fn rules(mut self, rules: Rules) -> Self {
        self.rules = rules;
        self
    }

    /// The service levels.
    pub fn policies(mut self, policies: Policies) -> Self {
        self.policies = policies;
        self
    }

    /// Named calendars, one of which serves every policy that names none.
    pub fn calendars(mut self, calendars: Calendars) -> Self {
        self.calendars = calendars;
        self
    }

    /// One calendar for all policies.
    pub fn calendar(self, calendar: Calendar) -> Self {
        self.calendars(calendar.into())
    }

    /// The desk.
    ///
    /// # Errors
    /// When a rule or a policy names a calendar that does not exist; when there are word
    /// lists and the classifier is not the built-in one. All faults are told.
    pub fn build(self) -> Result<Desk, Error> {
        let mut faults = self.policies.check(&self.calendars);
        faults.extend(self.rules.check(&self.calendars));
        if self.classifier.is_some() && !self.adaptation.overrides().is_empty() {
            let message = "these are for the built-in classifier, and another one is set";
            faults.push(Fault::new("classifier.word_lists", message));
        }
        if !faults.is_empty() {
            return Err(Error::invalid(faults));
        }
        let classifier = self.classifier.unwrap_or_else(|| {
            let built_in = BuiltIn::new().overrides(self.adaptation.overrides().clone());
            Box::new(built_in.thresholds(*self.adaptation.thresholds()))
        });
        Ok(Desk {
            detector: self.detector,
            classifier,
            adaptation: self.adaptation,
            abstain_below: self.abstain_below,
            rules: self.rules,
            policies: self.policies,
            calendars: self.calendars,
        })
    }
}
