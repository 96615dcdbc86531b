"use strict";
// `node program.js train PACKAGES LINES MODEL`, and `parse PACKAGES MODEL`: NLP.js as its own guide uses it.
// PACKAGES is the folder with node_modules. `parse` speaks the same lines as `python -m bot parse`, so that the
// evaluation asks all alike. Every setting is NLP.js's default, but that it saves and logs nothing by itself.

const fs = require("fs");
const path = require("path");

const UNSURE = "unsure";
const NONE = "None"; // what NLP.js says below its threshold, and to words that it knows nothing of

console.log = console.error; // answers alone go to standard output

function emptyManager(packages, languages) {
  const { NlpManager } = require(require.resolve("node-nlp", { paths: [packages] }));
  return new NlpManager({ languages, autoSave: false, autoLoad: false, nlu: { log: false } });
}

// LINES holds {"<language>": [[text, intent], …]}.
async function train(packages, linesFile, modelFile) {
  const lines = JSON.parse(fs.readFileSync(linesFile, "utf8"));
  const manager = emptyManager(packages, Object.keys(lines));
  for (const [language, pairs] of Object.entries(lines)) {
    for (const [text, intent] of pairs) manager.addDocument(language, text, intent);
  }
  await manager.train();
  const unfinished = path.join(path.dirname(modelFile), "unfinished.json");
  fs.writeFileSync(unfinished, JSON.stringify({ languages: Object.keys(lines), model: manager.export(true) }));
  fs.renameSync(unfinished, modelFile); // whole or not at all
}

async function parse(packages, modelFile) {
  const { languages, model } = JSON.parse(fs.readFileSync(modelFile, "utf8"));
  const manager = emptyManager(packages, languages);
  manager.import(model);
  for (const line of fs.readFileSync(0, "utf8").split("\n").filter((each) => each.trim())) {
    const { text, language } = JSON.parse(line);
    const known = languages.includes(language) ? language : languages[0]; // its own guess fails on some alphabets
    process.stdout.write(`${JSON.stringify(answer(await manager.process(known, text)))}\n`);
  }
}

function answer(found) {
  const ranked = found.classifications.filter(({ intent, score }) => intent !== NONE && score > 0);
  return {
    intent: found.intent === NONE ? UNSURE : found.intent,
    // Of "None" NLP.js says 1; what the evaluation asks for is how sure the first thought is.
    confidence: ranked.length > 0 ? ranked[0].score : 0,
    ranking: ranked.map(({ intent, score }) => [intent, score]),
    in_scope: 0, // NLP.js has no such figure
  };
}

const commands = { train, parse };
const [command, ...given] = process.argv.slice(2);
commands[command](...given).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
