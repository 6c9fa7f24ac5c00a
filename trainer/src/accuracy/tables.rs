//! The tables of each judgement.

use super::asked::{Asked, BUCKETS, Figures};
use super::peers::{Peer, figures};
use crate::judgement::Task;
use std::collections::BTreeSet;

/// Sets are told apart by their source and language.
type Set = (&'static str, bool);

/// The section on sentiment, with the peers.
pub fn sentiment(asked: &[Asked<'_>], english: &dyn Peer, dutch: &dyn Peer) -> String {
    let ours = of_task(asked, Task::Sentiment);
    let mut peers = String::from(
        "| set | language | macro recall | macro F1 | accuracy | peer | its macro recall \
         | its macro F1 | its accuracy |\n|---|---|--:|--:|--:|---|--:|--:|--:|\n",
    );
    for set in sets(&ours) {
        let lines = || ours.iter().filter(|it| is_of(it, set));
        let confusion = Figures::of(lines().copied()).confusion;
        let (name, peer) =
            if set.1 { ("sum of Dutch lexicons", dutch) } else { ("VADER", english) };
        let answered = lines().filter(|asked| asked.found.is_some());
        let theirs =
            figures(peer, answered.map(|asked| (asked.example.text.as_str(), asked.right)));
        peers += &format!(
            "| {} | {} | {:.3} | {:.3} | {:.3} | {name} | {:.3} | {:.3} | {:.3} |\n",
            set.0,
            language(set),
            confusion.macro_recall(),
            confusion.macro_f1(),
            confusion.accuracy(),
            theirs.macro_recall(),
            theirs.macro_f1(),
            theirs.accuracy(),
        );
    }
    format!(
        "## Sentiment\n\n{}\n\n### Beside the peers, on the same lines\n\nThe crate \
         `vader_sentiment` with its authors' thresholds (±0.05) for English; for Dutch the sum \
         of the words of the public Dutch lexicons, above or below zero.\n\n{}",
        sections(&ours, Task::Sentiment),
        peers.trim_end(),
    )
}

/// The section on intent.
pub fn intent(asked: &[Asked<'_>]) -> String {
    let (binary, ours): (Vec<_>, Vec<_>) = of_task(asked, Task::Intent)
        .into_iter()
        .partition(|asked| asked.example.source == "complaints_half");
    let figures = Figures::of(binary.iter().copied());
    let confusion = &figures.confusion;
    format!(
        "## Intent\n\n{}\n\n### Whether a message complains\n\n`complaints_half`, English, {} \
         messages: F1 of complaint {:.3} (precision {:.3}, recall {:.3}), accuracy {:.3}.",
        sections(&ours, Task::Intent),
        confusion.count(),
        confusion.f1(0),
        confusion.precision(0),
        confusion.recall(0),
        confusion.accuracy(),
    )
}

/// The section on urgency.
pub fn urgency(asked: &[Asked<'_>]) -> String {
    let ours = of_task(asked, Task::Urgency);
    let mut haste = String::from(
        "| set | language | messages | quadratic kappa | high and critical | recall | precision |\n\
         |---|---|--:|--:|--:|--:|--:|\n",
    );
    for set in sets(&ours) {
        let confusion = Figures::of(ours.iter().filter(|it| is_of(it, set)).copied()).confusion;
        let (recall, precision) = confusion.at_least(2);
        haste += &format!(
            "| {} | {} | {} | {:.3} | {} | {recall:.3} | {precision:.3} |\n",
            set.0,
            language(set),
            confusion.count(),
            confusion.quadratic_kappa(),
            confusion.of(2) + confusion.of(3),
        );
    }
    format!(
        "## Urgency\n\n### High and critical, taken as one\n\n{}\n\n{}",
        haste.trim_end(),
        sections(&ours, Task::Urgency),
    )
}

fn of_task<'a>(asked: &'a [Asked<'a>], task: Task) -> Vec<&'a Asked<'a>> {
    asked.iter().filter(|asked| asked.task == task).collect()
}

fn sets(ours: &[&Asked<'_>]) -> BTreeSet<Set> {
    ours.iter().map(|asked| (asked.example.source, asked.example.dutch)).collect()
}

fn is_of(asked: &Asked<'_>, set: Set) -> bool {
    (asked.example.source, asked.example.dutch) == set
}

const fn language(set: Set) -> &'static str {
    if set.1 { "nl" } else { "en" }
}

/// By set, by answer and by length.
fn sections(ours: &[&Asked<'_>], task: Task) -> String {
    let head = "| set | language | messages | accuracy | macro recall | macro F1 | calibration \
                error | abstained |\n|---|---|--:|--:|--:|--:|--:|--:|\n";
    let (mut whole, mut answers, mut lengths) = (
        String::from(head),
        String::from(
            "| set | language | answer | messages | precision | recall | F1 |\n\
             |---|---|---|--:|--:|--:|--:|\n",
        ),
        head.replacen("language |", "language | length |", 1).replacen(
            "|---|---|",
            "|---|---|---|",
            1,
        ),
    );
    for set in sets(ours) {
        let lines = || ours.iter().filter(|it| is_of(it, set)).copied();
        let figures = Figures::of(lines());
        let name = format!("{} | {}", set.0, language(set));
        whole += &row(&name, &figures);
        let confusion = &figures.confusion;
        for (answer, answered) in task.names().iter().enumerate() {
            if confusion.of(answer) > 0 {
                answers += &format!(
                    "| {name} | {answered} | {} | {:.3} | {:.3} | {:.3} |\n",
                    confusion.of(answer),
                    confusion.precision(answer),
                    confusion.recall(answer),
                    confusion.f1(answer),
                );
            }
        }
        for (bucket, (length, _)) in BUCKETS.into_iter().enumerate() {
            let figures = Figures::of(lines().filter(|asked| asked.bucket() == bucket));
            if figures.confusion.count() > 0 {
                lengths += &row(&format!("{name} | {length}"), &figures);
            }
        }
    }
    format!(
        "### By set\n\n{}\n\n### By answer\n\n{}\n\n### By length\n\n{}",
        whole.trim_end(),
        answers.trim_end(),
        lengths.trim_end(),
    )
}

fn row(name: &str, figures: &Figures) -> String {
    let confusion = &figures.confusion;
    format!(
        "| {name} | {} | {:.3} | {:.3} | {:.3} | {:.3} | {} |\n",
        confusion.count(),
        confusion.accuracy(),
        confusion.macro_recall(),
        confusion.macro_f1(),
        figures.calibration_error(),
        figures.abstained,
    )
}
