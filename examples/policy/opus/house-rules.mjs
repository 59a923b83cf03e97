// What this repository allows no plan to do. Each problem stops the plan and is shown at its task's line.
export default ({ largest }) => ({
  name: "house rules",

  review({ context, counts, tasks }) {
    const problems = [];
    const changes = counts.create + counts.update + counts.replace + counts.delete;
    if (changes > largest) problems.push(`${changes} changes at once; ${largest} are the most`);
    for (const { name, change, fields } of tasks) {
      if (context === "prod" && (change === "delete" || change === "replace"))
        problems.push({ task: name, message: `no ${change} in prod`, hint: "Ask the platform team for a window." });
      for (const { path, after } of fields) {
        if (path === "/mode" && /[2367]$/.test(after))
          problems.push({ task: name, pointer: path, message: `everybody could write to it (${after})` });
        if (path === "/content" && /"debug": true/.test(after))
          problems.push({
            task: name,
            pointer: path,
            message: "debugging is on",
            severity: context === "prod" ? "error" : "warning",
          });
      }
    }
    return problems;
  },
});
