//! From the answers of the network to the judgements.

use super::account::{Span, account, order};
use super::cue::Family;
use super::haste::haste;
use super::lexicon::Hit;
use super::network::{ANSWERS, Answer, INTENT, Network, SENTIMENT, URGENCY};
use super::reading::{Reading, place};
use crate::classify::{Intent, Polarity, Sentiment, Urgency, UrgencyLevel};
use crate::judgement::{Confidence, Evidence, Judgement, Place};

/// How much one step of an answer moves a sentiment, and an urgency in points.
const FELT_PER_STEP: f32 = 0.2;
const POINTS_PER_STEP: f32 = 9.0;

/// Where the levels begin, in points.
pub(super) const LEVELS: [f32; 3] = [20.0, 50.0, 80.0];

/// From so many points of safety on a message is at least critical, and at least high.
const SURELY_GRAVE: f32 = 70.0;
const PERHAPS_GRAVE: f32 = 53.0;

/// How sure a level is at the least that the reasons about safety ask for.
const LEAST_SURE: Confidence = Confidence::new(0.5);

/// Everything a judgement is made from.
pub(super) struct Judging<'a> {
    pub(super) reading: &'a Reading,
    pub(super) spans: &'a [Span],
    pub(super) cues: &'a [Hit],
    /// Whether it was sent to everybody.
    pub(super) broadcast: bool,
    pub(super) answer: &'a Answer<'a>,
    pub(super) network: &'a Network,
    pub(super) english: bool,
    pub(super) whole: Place,
    pub(super) pulls: Vec<f32>,
}

impl Judging<'_> {
    pub(super) fn sentiment(&mut self) -> Sentiment {
        let chances = self.chances::<3>(SENTIMENT, 0);
        let (best, chance) = best(&chances);
        let polarity = match best {
            0 => Polarity::Negative,
            1 => Polarity::Neutral,
            _ => Polarity::Positive,
        };
        let [negative, _, positive] = chances;
        let score = positive - negative;
        let direction = [-FELT_PER_STEP, 0.0, FELT_PER_STEP];
        let evidence = self.account(SENTIMENT, &direction, score, Family::Feeling);
        Sentiment::new(Judgement::decided(polarity, chance, evidence), score)
    }

    pub(super) fn intent(&mut self) -> Judgement<Intent> {
        let chances = self.chances::<5>(INTENT, 1);
        let (best, chance) = best(&chances);
        let intent = match best {
            0 => Intent::Complaint,
            1 => Intent::Question,
            2 => Intent::Compliment,
            3 => Intent::Suggestion,
            _ => Intent::Other,
        };
        let mut direction = [-0.25; 5];
        if let Some(factor) = direction.get_mut(best) {
            *factor = 1.0;
        }
        let answers = self.answer.all().get(INTENT).unwrap_or_default();
        let score = answers.iter().zip(&direction).map(|(answer, factor)| answer * factor).sum();
        let evidence = self.account(INTENT, &direction, score, Family::Purpose);
        Judgement::decided(intent, chance, evidence)
    }

    pub(super) fn urgency(&mut self) -> Urgency {
        let chances = self.chances::<4>(URGENCY, 2);
        let [_, normal, high, critical] = chances;
        let expected = 3.0f32.mul_add(critical, 2.0f32.mul_add(high, normal));
        let score = points(expected, self.network.steps(self.english));
        let (level, chance) = level(score, &chances);
        let direction = [-1.5, -0.5, 0.5, 1.5].map(|step: f32| step * POINTS_PER_STEP / 2.0);
        let mut evidence = self.account(URGENCY, &direction, score, Family::Haste);
        let Some((floor, hit)) = self.floor().filter(|(floor, _)| *floor > score) else {
            return Urgency::new(Judgement::decided(level, chance, evidence), score);
        };
        let piece = |unit: usize| self.reading.units.get(unit).map(|unit| (unit.part, unit));
        if let (Some((part, first)), Some((_, last))) = (piece(hit.first), piece(hit.last)) {
            let told = place(part, first.start, last.end);
            evidence.push(Evidence::new(told, floor - score, hit.cue.cause()));
            evidence.sort_by_key(|told| order(told.place()));
        }
        let (level, chance) = self::level(floor, &chances);
        Urgency::new(
            Judgement::decided(
                level,
                if chance > LEAST_SURE { chance } else { LEAST_SURE },
                evidence,
            ),
            floor,
        )
    }

    /// What the reasons about safety alone make of the score at the least, and the
    /// strongest of them: calm words, thanks and jokes around it must not hide a danger.
    fn floor(&self) -> Option<(f32, Hit)> {
        if self.broadcast {
            return None;
        }
        let safety = haste(self.cues).safety;
        let [_, high, critical] = LEVELS;
        let floor = match safety {
            safety if safety >= SURELY_GRAVE => critical,
            safety if safety >= PERHAPS_GRAVE => high,
            _ => return None,
        };
        let grave = self.cues.iter().filter(|hit| hit.cue.is_about_safety());
        let strongest = grave.max_by(|a, b| a.weight.total_cmp(&b.weight))?;
        Some((floor, *strongest))
    }

    /// The probability of each answer of a judgement.
    fn chances<const N: usize>(&self, answers: std::ops::Range<usize>, which: usize) -> [f32; N] {
        let calibration = self.network.calibration(which, self.english).max(0.1);
        let mut chances = [0.0; N];
        let answers = self.answer.all().get(answers).unwrap_or_default();
        let most = answers.iter().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for (chance, answer) in chances.iter_mut().zip(answers) {
            *chance = ((answer - most) / calibration).exp();
            sum += *chance;
        }
        chances.map(|chance| chance / sum)
    }

    fn account(
        &mut self,
        answers: std::ops::Range<usize>,
        factors: &[f32],
        score: f32,
        family: Family,
    ) -> Vec<Evidence> {
        let mut direction = [0.0; ANSWERS];
        for (to, from) in direction.get_mut(answers).into_iter().flatten().zip(factors) {
            *to = *from;
        }
        self.answer.pulls(&direction, &mut self.pulls);
        account(self.reading, self.spans, family, &self.pulls, score, self.whole)
    }
}

/// The most probable answer.
fn best(chances: &[f32]) -> (usize, Confidence) {
    let most = chances.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    most.map_or((0, Confidence::NONE), |(index, chance)| (index, Confidence::new(*chance)))
}

/// The points of an expected level, 0 to 3: a level begins at the points of
/// [`LEVELS`] where its step is reached, and in between the line is straight.
fn points(expected: f32, steps: [f32; 3]) -> f32 {
    let [normal, high, critical] = steps;
    let [to_normal, to_high, to_critical] = LEVELS;
    let lines = [
        (0.0, normal, 0.0, to_normal),
        (normal, high, to_normal, to_high),
        (high, critical, to_high, to_critical),
        (critical, 3.0, to_critical, 100.0),
    ];
    for (from, to, low, high) in lines {
        if expected < to || to >= 3.0 {
            let share = ((expected - from) / (to - from).max(0.01)).clamp(0.0, 1.0);
            return (high - low).mul_add(share, low);
        }
    }
    100.0
}

/// The level of a score, and how sure it is.
fn level(score: f32, chances: &[f32; 4]) -> (UrgencyLevel, Confidence) {
    let [low, normal, high, critical] = *chances;
    let [to_normal, to_high, to_critical] = LEVELS;
    let (level, chance) = match score {
        score if score >= to_critical => (UrgencyLevel::Critical, critical),
        score if score >= to_high => (UrgencyLevel::High, high),
        score if score >= to_normal => (UrgencyLevel::Normal, normal),
        _ => (UrgencyLevel::Low, low),
    };
    (level, Confidence::new(chance))
}
