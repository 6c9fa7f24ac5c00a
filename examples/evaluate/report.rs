//! The result of one file: for tools, and for people.

use crate::judge::Outcome;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt::Write as _;

#[derive(serde::Serialize)]
struct Line<'o> {
    task: &'static str,
    file: &'o str,
    n: u64,
    accuracy: f64,
    macro_recall: f64,
    macro_precision: f64,
    macro_f1: f64,
    per_class: PerClass<'o>,
    abstained: u64,
    quadratic_kappa: Option<f64>,
    micros_per_message: f64,
}

/// The figures of each class, in the order of the labels.
struct PerClass<'o>(&'o Outcome);

#[derive(serde::Serialize)]
struct Figures {
    precision: f64,
    recall: f64,
    f1: f64,
    n: u64,
}

impl Serialize for PerClass<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let labels = &self.0.labelled.labels;
        let mut map = serializer.serialize_map(Some(labels.len()))?;
        for (index, label) in labels.iter().enumerate() {
            let class = self.0.matrix.class(index);
            let figures = Figures {
                precision: round(class.precision),
                recall: round(class.recall),
                f1: round(class.f1),
                n: class.n,
            };
            map.serialize_entry(label, &figures)?;
        }
        map.end()
    }
}

/// One JSON object on one line.
pub(crate) fn json(outcome: &Outcome) -> Result<String, String> {
    let averages = outcome.matrix.averages();
    let line = Line {
        task: outcome.task.name(),
        file: &outcome.file,
        n: outcome.matrix.n(),
        accuracy: round(outcome.matrix.accuracy()),
        macro_recall: round(averages.recall),
        macro_precision: round(averages.precision),
        macro_f1: round(averages.f1),
        per_class: PerClass(outcome),
        abstained: outcome.matrix.abstained(),
        quadratic_kappa: kappa(outcome).map(round),
        micros_per_message: (outcome.micros_per_message * 100.0).round() / 100.0,
    };
    serde_json::to_string(&line).map_err(|error| error.to_string())
}

/// A table.
pub(crate) fn table(outcome: &Outcome) -> String {
    let averages = outcome.matrix.averages();
    let mut table = format!("{}  {}\n", outcome.task.name(), outcome.file);
    let _ = writeln!(table, "{:<16}{:>9}{:>9}{:>9}{:>8}", "", "precision", "recall", "f1", "n");
    for (index, label) in outcome.labelled.labels.iter().enumerate() {
        let class = outcome.matrix.class(index);
        let _ = writeln!(
            table,
            "{label:<16}{:>9.3}{:>9.3}{:>9.3}{:>8}",
            class.precision, class.recall, class.f1, class.n
        );
    }
    let _ = writeln!(
        table,
        "{:<16}{:>9.3}{:>9.3}{:>9.3}{:>8}",
        "macro",
        averages.precision,
        averages.recall,
        averages.f1,
        outcome.matrix.n()
    );
    let _ = write!(table, "accuracy {:.3}", outcome.matrix.accuracy());
    if let Some(kappa) = kappa(outcome) {
        let _ = write!(table, ", quadratic kappa {kappa:.3}");
    }
    let _ = write!(
        table,
        ", abstained {}, {:.2} µs a message",
        outcome.matrix.abstained(),
        outcome.micros_per_message
    );
    table
}

fn kappa(outcome: &Outcome) -> Option<f64> {
    let ordered = outcome.task.is_ordered() && !outcome.labelled.binary;
    if ordered { outcome.matrix.quadratic_kappa() } else { None }
}

/// To four decimals: enough to compare, short enough to read.
fn round(figure: f64) -> f64 {
    (figure * 10_000.0).round() / 10_000.0
}
