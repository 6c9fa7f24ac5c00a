//! What the judgements were to reach, and what they do.

use super::asked::{Asked, Figures};
use crate::judgement::Task;

/// A figure of a set.
#[derive(Clone, Copy)]
enum Figure {
    Accuracy,
    MacroRecall,
    MacroF1,
    Kappa,
    /// F1 of the first answer.
    FirstF1,
    /// Recall of high and critical taken as one.
    Haste,
}

/// A goal: the set, the figure, and what must be reached and is aimed at.
struct Goal {
    task: Task,
    source: &'static str,
    figure: Figure,
    must: f64,
    aim: f64,
}

const fn goal(task: Task, source: &'static str, figure: Figure, must: f64, aim: f64) -> Goal {
    Goal { task, source, figure, must, aim }
}

const GOALS: [Goal; 13] = [
    goal(Task::Sentiment, "semeval2017_test", Figure::MacroRecall, 0.66, 0.70),
    goal(Task::Sentiment, "desk_nl", Figure::MacroRecall, 0.70, 0.82),
    goal(Task::Sentiment, "desk_written", Figure::MacroRecall, 0.62, 0.78),
    goal(Task::Sentiment, "desk_en", Figure::Accuracy, 0.83, 0.92),
    goal(Task::Intent, "desk_nl", Figure::MacroF1, 0.62, 0.75),
    goal(Task::Intent, "desk_en", Figure::MacroF1, 0.58, 0.72),
    goal(Task::Intent, "desk_written", Figure::MacroF1, 0.55, 0.75),
    goal(Task::Intent, "complaints_half", Figure::FirstF1, 0.78, 0.85),
    goal(Task::Urgency, "desk_nl", Figure::Kappa, 0.65, 0.78),
    goal(Task::Urgency, "desk_en", Figure::Kappa, 0.58, 0.75),
    goal(Task::Urgency, "desk_written", Figure::Kappa, 0.55, 0.80),
    goal(Task::Urgency, "desk_en", Figure::Haste, 0.75, 0.90),
    goal(Task::Urgency, "desk_written", Figure::Haste, 0.75, 0.92),
];

/// The table of goals.
pub fn table(asked: &[Asked<'_>]) -> String {
    let mut table = String::from(
        "| judgement | set | figure | must | aim | reached | |\n|---|---|---|--:|--:|--:|---|\n",
    );
    for goal in &GOALS {
        let of = |it: &&Asked<'_>| it.task == goal.task && it.example.source == goal.source;
        let confusion = Figures::of(asked.iter().filter(of)).confusion;
        let (recall, precision) = confusion.at_least(2);
        let (name, reached) = match goal.figure {
            Figure::Accuracy => ("accuracy", confusion.accuracy()),
            Figure::MacroRecall => ("macro recall", confusion.macro_recall()),
            Figure::MacroF1 => ("macro F1", confusion.macro_f1()),
            Figure::Kappa => ("quadratic kappa", confusion.quadratic_kappa()),
            Figure::FirstF1 => ("F1 of complaint", confusion.f1(0)),
            Figure::Haste => ("recall of high and critical, precision ≥ .5", recall),
        };
        let enough = !matches!(goal.figure, Figure::Haste) || precision >= 0.5;
        let verdict = match reached {
            reached if reached >= goal.aim && enough => "aim reached",
            reached if reached >= goal.must && enough => "reached",
            _ => "**missed**",
        };
        let precision = match goal.figure {
            Figure::Haste => format!(" (precision {precision:.3})"),
            _ => String::new(),
        };
        table += &format!(
            "| {} | {} | {name} | {:.2} | {:.2} | {reached:.3}{precision} | {verdict} |\n",
            goal.task.name(),
            goal.source,
            goal.must,
            goal.aim,
        );
    }
    table
}
