//! The section on language: what `trainer -- language --peers` prints.

use std::process::Command;

/// Runs it and takes its tables.
pub fn section() -> Result<String, String> {
    let fault = |e: std::io::Error| format!("webcare-trainer language: {e}");
    let this = std::env::current_exe().map_err(fault)?;
    let run = Command::new(this).args(["language", "--peers"]).output().map_err(fault)?;
    if !run.status.success() {
        return Err(String::from_utf8_lossy(&run.stderr).trim_end().to_owned());
    }
    let printed = String::from_utf8_lossy(&run.stdout);
    let mut tables: Vec<String> = Vec::new();
    let mut inside = false;
    for line in printed.lines() {
        let row = line.starts_with('|');
        match tables.last_mut().filter(|_| inside) {
            Some(table) if row => *table += &format!("\n{line}"),
            _ if row => tables.push(line.to_owned()),
            _ => {}
        }
        inside = row;
    }
    let [figures, peers] = tables.as_slice() else {
        return Err(format!("webcare-trainer language: {} tables, not two", tables.len()));
    };
    Ok(format!(
        "## Language\n\nThe share of texts whose language is told right, with nl, en and other as \
         three answers (\"code\": each language by itself); by cross-validation as above.\n\n\
         {figures}\n\n### The peers on the same texts\n\nWith the time that a text takes on the \
         machine of the run. The last column has no share: this model has seen the texts; its \
         share is in the table above.\n\n{peers}"
    ))
}
