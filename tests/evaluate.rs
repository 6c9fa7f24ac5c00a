//! The example `evaluate`: its arithmetic on cases worked out by hand, and what it reads.

#![allow(
    missing_docs,
    dead_code,
    clippy::float_cmp,
    clippy::unwrap_used,
    reason = "a test of parts of a program; the expected figures are exact"
)]

#[path = "../examples/evaluate/args.rs"]
mod args;
#[path = "../examples/evaluate/lines.rs"]
mod lines;
#[path = "../examples/evaluate/score.rs"]
mod score;
#[path = "../examples/evaluate/task.rs"]
mod task;

use args::Wanted;
use score::{Class, Matrix};
use task::Task;

/// Labels and answers of three classes: 4 of class 0, 3 of class 1, 3 of class 2.
fn worked() -> Matrix {
    let mut matrix = Matrix::new(3);
    let pairs = [
        (0, Some(0)),
        (0, Some(0)),
        (0, Some(1)),
        (0, None),
        (1, Some(1)),
        (1, Some(1)),
        (1, Some(0)),
        (2, Some(2)),
        (2, Some(0)),
        (2, Some(2)),
    ];
    for (label, answer) in pairs {
        matrix.count(label, answer, false);
    }
    matrix
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn what_is_not_answered_is_wrong() {
    let matrix = worked();
    assert_eq!(matrix.n(), 10);
    assert_eq!(matrix.abstained(), 1);
    close(matrix.accuracy(), 0.6);
}

#[test]
fn the_figures_of_a_class() {
    let matrix = worked();
    // Answered 0: four times, two of them right; labelled 0: four times.
    assert_eq!(matrix.class(0), Class { precision: 0.5, recall: 0.5, f1: 0.5, n: 4 });
    // Answered 1: three times, two of them right; labelled 1: three times.
    close(matrix.class(1).precision, 2.0 / 3.0);
    // Answered 2: twice, both right; labelled 2: three times.
    close(matrix.class(2).precision, 1.0);
    close(matrix.class(2).recall, 2.0 / 3.0);
    close(matrix.class(2).f1, 0.8);
}

#[test]
fn averages_give_each_class_the_same_weight() {
    let averages = worked().averages();
    close(averages.recall, (0.5 + 2.0 / 3.0 + 2.0 / 3.0) / 3.0);
    close(averages.precision, (0.5 + 2.0 / 3.0 + 1.0) / 3.0);
    close(averages.f1, (0.5 + 2.0 / 3.0 + 0.8) / 3.0);
}

#[test]
fn averages_leave_out_what_never_occurs() {
    let mut matrix = Matrix::new(3);
    matrix.count(0, Some(0), false);
    matrix.count(0, Some(2), false);
    matrix.count(1, Some(1), false);
    close(matrix.averages().recall, 0.75);
    close(matrix.averages().precision, 1.0);
    assert_eq!(matrix.class(2), Class { precision: 0.0, recall: 0.0, f1: 0.0, n: 0 });
}

#[test]
fn a_binary_file_has_two_classes() {
    let mut matrix = Matrix::new(2);
    for (label, answer, times) in [(1, 1, 6), (1, 0, 2), (0, 1, 3), (0, 0, 9)] {
        for _ in 0..times {
            matrix.count(label, Some(answer), false);
        }
    }
    close(matrix.accuracy(), 0.75);
    close(matrix.class(1).precision, 6.0 / 9.0);
    close(matrix.class(1).recall, 6.0 / 8.0);
    close(matrix.averages().recall, f64::midpoint(0.75, 0.75));
}

#[test]
fn kappa_weighs_by_the_square_of_the_distance() {
    // Labels 0 0 1 1 2 2, answers 0 1 1 1 2 0. Observed: 1 + 4 = 5. Answers: 2, 3, 1.
    // Expected: (2·(3·1 + 1·4) + 2·(2·1 + 1·1) + 2·(2·4 + 3·1)) / 6 = (14 + 6 + 22) / 6 = 7.
    let mut matrix = Matrix::new(3);
    for (label, answer) in [(0, 0), (0, 1), (1, 1), (1, 1), (2, 2), (2, 0)] {
        matrix.count(label, Some(answer), false);
    }
    close(matrix.quadratic_kappa().unwrap(), 1.0 - 5.0 / 7.0);
}

#[test]
fn kappa_leaves_out_what_is_not_answered() {
    let mut matrix = Matrix::new(2);
    for (label, answer) in [(0, Some(0)), (1, Some(1)), (1, None)] {
        matrix.count(label, answer, false);
    }
    close(matrix.quadratic_kappa().unwrap(), 1.0);
}

#[test]
fn kappa_needs_two_classes() {
    let mut matrix = Matrix::new(2);
    matrix.count(0, Some(0), false);
    assert_eq!(matrix.quadratic_kappa(), None);
    assert_eq!(Matrix::new(2).quadratic_kappa(), None);
}

#[test]
fn an_undetermined_language_is_counted_twice_over() {
    let mut matrix = Matrix::new(3);
    matrix.count(2, Some(2), true);
    assert_eq!(matrix.abstained(), 1);
    close(matrix.accuracy(), 1.0);
}

/// Reads `content` as a labelled file.
fn read(task: Task, content: &str) -> Result<lines::Labelled, String> {
    let name = format!("webcare-evaluate-{}-{:p}.jsonl", std::process::id(), content);
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, content).unwrap();
    let path = path.to_str().unwrap();
    let read = lines::read(task, path).map_err(|fault| fault.replace(path, "FILE"));
    std::fs::remove_file(path).unwrap();
    read
}

#[test]
fn lines_have_a_text_a_label_and_maybe_a_language() {
    let content = concat!(
        r#"{"text": "prima", "label": "positive", "lang": "nl", "stars": 5}"#,
        "\n\n",
        r#"{"id": "2", "text": "bad", "label": "negative"}"#
    );
    let labelled = read(Task::Sentiment, content).unwrap();
    assert!(!labelled.binary);
    assert_eq!(labelled.labels, ["negative", "neutral", "positive"]);
    let seen: Vec<_> =
        labelled.lines.iter().map(|line| (&*line.text, line.label, line.lang.as_deref())).collect();
    assert_eq!(seen, [("prima", 2, Some("nl")), ("bad", 0, None)]);
}

#[test]
fn a_file_of_x_and_not_x_is_binary() {
    let content = concat!(
        r#"{"text": "a", "label": "complaint"}"#,
        "\n",
        r#"{"text": "b", "label": "not_complaint"}"#
    );
    let labelled = read(Task::Intent, content).unwrap();
    assert!(labelled.binary);
    assert_eq!(labelled.labels, ["not_complaint", "complaint"]);
    assert_eq!(labelled.lines[0].label, 1);
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_the_line() {
    let fault = |task, content| read(task, content).unwrap_err();
    assert_eq!(
        fault(Task::Urgency, "\n{\"text\": \"a\", \"label\": \"soon\"}"),
        "FILE:2: unknown label \"soon\", expected one of low, normal, high, critical"
    );
    assert_eq!(fault(Task::Urgency, "no"), "FILE:1: column 2: expected ident");
    assert_eq!(
        fault(Task::Intent, "{\"label\": \"other\"}"),
        "FILE:1: column 18: missing field `text`"
    );
    assert_eq!(fault(Task::Intent, " \n"), "FILE: expected labelled lines, found none");
}

#[test]
fn any_other_language_counts_as_other() {
    let content = "{\"text\": \"a\", \"label\": \"fr\"}\n{\"text\": \"b\", \"label\": \"en\"}";
    let labelled = read(Task::Language, content).unwrap();
    let seen: Vec<usize> = labelled.lines.iter().map(|line| line.label).collect();
    assert_eq!(seen, [2, 1]);
    assert!(read(Task::Language, "{\"text\": \"a\", \"label\": \"French\"}").is_err());
}

#[test]
fn the_command_line_names_a_task_and_files() {
    let run = |line: &str| args::read(line.split_whitespace().map(str::to_owned));
    let Ok(Wanted::Run(wanted)) = run("--task intent a.jsonl b.jsonl --json") else {
        panic!("expected a run");
    };
    assert_eq!(wanted.task, Task::Intent);
    assert_eq!(wanted.files, ["a.jsonl", "b.jsonl"]);
    assert!(wanted.json);
    assert!(matches!(run("--help"), Ok(Wanted::Help)));
    assert!(run("a.jsonl").is_err());
    assert!(run("--task mood a.jsonl").is_err());
    assert!(run("--task intent").is_err());
    assert!(run("--task intent --fast a.jsonl").is_err());
}
