//! Reading the sets: JSON lines with a text, a label and more.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder with the sets, which the environment names.
pub fn folder() -> Result<PathBuf, String> {
    let folder = std::env::var_os("WEBCARE_DATA").map(PathBuf::from);
    folder.ok_or_else(|| "WEBCARE_DATA must name the folder with the sets".to_owned())
}

/// The lines of a file; a fault names the file and the line.
pub fn lines(path: &Path) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}

/// The rows of a set of JSON lines.
pub fn rows(path: &Path) -> Result<Vec<Value>, String> {
    let rows = lines(path)?.into_iter().enumerate().map(|(nth, line)| {
        serde_json::from_str(&line).map_err(|e| format!("{}:{}: {e}", path.display(), nth + 1))
    });
    rows.collect()
}

/// The text under a key, if there is one.
pub fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}
