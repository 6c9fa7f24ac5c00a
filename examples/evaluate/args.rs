//! The command line.

use crate::task::Task;

/// What the program says about itself.
pub(crate) const HELP: &str = "\
Classifies labelled messages and says how often that was right.

evaluate --task sentiment|intent|urgency|language FILE.jsonl ... [--json]

Each line of a file is a JSON object with `text` and `label`. `lang`, where it is there,
is taken for the language of the text, and detection is skipped. Other keys are ignored.

Labels: sentiment  positive, neutral, negative
        intent     complaint, question, compliment, suggestion, other
        urgency    low, normal, high, critical
        language   nl, en; any other code counts as `other`, and so does an
                   undetermined answer
A file whose labels are X and not_X is scored as binary for X. A label that is not known
is an error that names the line.

There is no abstention threshold: what is undetermined even so counts as wrong, and under
`abstained`. Macro figures run over the classes that occur in the labels of the file. A
precision without any answer of the class is 0. `quadratic_kappa` is for labels that have
an order and is given for urgency (answers that abstain are left out of it); for the other
tasks it is null. `micros_per_message` is the time of detection and classification,
without reading the file.

With --json one object per file is printed, else a table. The exit status is 0 when every
file could be read, else 1; 2 when the command line is wrong.
";

/// What to do.
pub(crate) enum Wanted {
    /// Say how the program is used.
    Help,
    /// Evaluate.
    Run(Run),
}

/// What to evaluate.
pub(crate) struct Run {
    pub(crate) task: Task,
    pub(crate) files: Vec<String>,
    pub(crate) json: bool,
}

/// Reads the arguments, without the name of the program.
pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let (mut task, mut files, mut json) = (None, Vec::new(), false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--help" | "-h" => return Ok(Wanted::Help),
            "--json" => json = true,
            "--task" => {
                let name = arguments.next().ok_or("--task: expected the name of a task")?;
                task = Some(Task::named(&name)?);
            }
            other if other.starts_with("--task=") => task = Some(Task::named(&other[7..])?),
            other if other.starts_with('-') => return Err(format!("unknown option \"{other}\"")),
            _ => files.push(argument),
        }
    }
    let task = task.ok_or("expected --task sentiment|intent|urgency|language")?;
    if files.is_empty() {
        return Err("expected at least one file".to_owned());
    }
    Ok(Wanted::Run(Run { task, files, json }))
}
