//! How much more a rare answer counts than a frequent one of the same source.

use super::example::{Example, Label, Task};
use super::settings::Settings;
use std::collections::HashMap;

/// The most that an answer may gain.
const MOST: f32 = 8.0;

/// Factors by judgement, source and label.
#[derive(Clone, Debug)]
pub struct Balance(HashMap<(Task, &'static str, Label), f32>);

impl Balance {
    /// For what is learnt.
    pub fn of<'e>(settings: &Settings, examples: impl Iterator<Item = &'e Example>) -> Self {
        let mut counts: HashMap<(Task, &'static str, Label), f32> = HashMap::new();
        for example in examples {
            for (task, label) in Task::ALL.into_iter().zip(example.labels) {
                if let Some(label) = label {
                    *counts.entry((task, example.source, label)).or_default() += 1.0;
                }
            }
        }
        let mut sums: HashMap<(Task, &str), (f32, f32)> = HashMap::new();
        for ((task, source, _), count) in &counts {
            let (sum, labels) = sums.entry((*task, *source)).or_default();
            *sum += count;
            *labels += 1.0;
        }
        let factor = |key: &(Task, &'static str, Label), count: f32| {
            let (task, source, _) = *key;
            let (sum, labels) = sums[&(task, source)];
            let inbox = source.starts_with("desk") || source == "complaints_half";
            let power = settings.balance[task as usize];
            let power = if inbox { power.min(settings.balance_customers) } else { power };
            (sum / labels / count).powf(power).min(MOST)
        };
        Self(counts.iter().map(|(key, count)| (*key, factor(key, *count))).collect())
    }

    /// For a label that occurs.
    pub fn of_label(&self, task: Task, source: &'static str, label: Label) -> f32 {
        self.0.get(&(task, source, label)).copied().unwrap_or(1.0)
    }
}
