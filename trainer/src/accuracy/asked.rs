//! What was asked and answered, and by whom.

use crate::judgement::{
    Answered, Calibration, Confusion, Example, Material, Network, Role, Task, each_fold, tongue,
};
use webcare::classify::training::{Model, judge};
use webcare::classify::{BuiltIn, Classification, Classifier, Intent, Polarity, UrgencyLevel};
use webcare::judgement::Confidence;
use webcare::language::{Detection, Language};
use webcare::mention::Mention;

/// One judgement about one text.
#[derive(Clone, Debug)]
pub struct Asked<'e> {
    pub task: Task,
    pub example: &'e Example,
    /// The right answer, the given one (`None`: abstained), and how sure it was.
    pub right: usize,
    pub found: Option<usize>,
    pub confidence: f32,
}

impl Asked<'_> {
    /// Which bucket of lengths, by characters.
    pub fn bucket(&self) -> usize {
        let length = self.example.text.chars().count();
        BUCKETS.iter().position(|(_, most)| length <= *most).unwrap_or(BUCKETS.len() - 1)
    }
}

/// Buckets of lengths with the most characters in each.
pub const BUCKETS: [(&str, usize); 4] =
    [("≤ 20", 20), ("21–50", 50), ("51–100", 100), ("> 100", usize::MAX)];

/// Asks models about texts that they have not seen: those of the parts, and of the tests the
/// model that ships. The models of the parts are made into files as that one is, and
/// calibrated by what the others answered.
pub fn ask(material: &Material) -> Result<Vec<Asked<'_>>, String> {
    let folds: Vec<(Network, Vec<Answered>)> = each_fold(|fold| {
        let network = material.learn(Some(fold));
        let answers = material.ask(&network, fold);
        (network, answers)
    });
    let mut all = Vec::new();
    for (fold, (network, answers)) in folds.iter().enumerate() {
        let others = folds.iter().enumerate().filter(|(other, _)| *other != fold);
        let others = others.flat_map(|(_, (_, answers))| answers);
        let file = material.file(network, &Calibration::of(&material.examples, others));
        let model = Model::read(&file).ok_or("a model of a part can't be read")?;
        for answered in answers {
            let example = &material.examples[answered.example];
            let judged = judge(&model, tongue(example), &example.text);
            all.extend(answers_of(example, &judged));
        }
    }
    for example in material.examples.iter().filter(|example| example.role == Role::Test) {
        all.extend(answers_of(example, &shipped(example)?));
    }
    Ok(all)
}

fn answers_of<'e>(
    example: &'e Example,
    judged: &Classification,
) -> impl Iterator<Item = Asked<'e>> {
    tasks(example).filter_map(move |task| {
        let sure = sure_of(judged, task).get();
        asked(example, task, found_in(judged, task), sure)
    })
}

fn tasks(example: &Example) -> impl Iterator<Item = Task> {
    Task::ALL.into_iter().filter(|task| example.judges[*task as usize])
}

fn asked(
    example: &Example,
    task: Task,
    found: Option<usize>,
    confidence: f32,
) -> Option<Asked<'_>> {
    let (right, given) = example.asked(task, found.unwrap_or_default())?;
    Some(Asked { task, example, right, found: found.map(|_| given), confidence })
}

/// What the classifier that ships says.
fn shipped(example: &Example) -> Result<Classification, String> {
    let language = if example.dutch { Language::Dutch } else { Language::English };
    let mention = Mention::builder("1").text(example.text.as_str()).build();
    let mention = mention.map_err(|e| format!("{}: {e}", example.source))?;
    Ok(BuiltIn::new().classify(&mention, &Detection::new(language, Confidence::new(1.0))))
}

fn found_in(judged: &Classification, task: Task) -> Option<usize> {
    match task {
        Task::Sentiment => judged.sentiment().polarity().map(|polarity| match polarity {
            Polarity::Negative => 0,
            Polarity::Neutral => 1,
            Polarity::Positive => 2,
        }),
        Task::Intent => judged.intent().label().map(|intent| match intent {
            Intent::Complaint => 0,
            Intent::Question => 1,
            Intent::Compliment => 2,
            Intent::Suggestion => 3,
            _ => 4,
        }),
        Task::Urgency => judged.urgency().level().map(|level| match level {
            UrgencyLevel::Low => 0,
            UrgencyLevel::Normal => 1,
            UrgencyLevel::High => 2,
            UrgencyLevel::Critical => 3,
        }),
    }
}

const fn sure_of(judged: &Classification, task: Task) -> Confidence {
    match task {
        Task::Sentiment => judged.sentiment().confidence(),
        Task::Intent => judged.intent().confidence(),
        Task::Urgency => judged.urgency().confidence(),
    }
}

/// The figures of some of what was asked.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub confusion: Confusion,
    pub abstained: usize,
    /// For each tenth of confidence: the sum of confidences and how many were right.
    bins: [(f64, f64); 10],
}

impl Figures {
    pub fn of<'a>(asked: impl Iterator<Item = &'a Asked<'a>>) -> Self {
        let mut figures = Self::default();
        for asked in asked {
            let Some(found) = asked.found else {
                figures.abstained += 1;
                continue;
            };
            figures.confusion.add(asked.right, found);
            let bin = &mut figures.bins[((asked.confidence * 10.0) as usize).min(9)];
            bin.0 += f64::from(asked.confidence);
            bin.1 += if found == asked.right { 1.0 } else { 0.0 };
        }
        figures
    }

    /// How far confidence and truth are apart, on average (expected calibration error).
    pub fn calibration_error(&self) -> f64 {
        let apart: f64 = self.bins.iter().map(|(sure, right)| (sure - right).abs()).sum();
        apart / f64::from(self.confusion.count().max(1))
    }
}
