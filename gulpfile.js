'use strict';

/**
 * `gulp build` makes `dist/`, the folder that n8n loads and npm publishes:
 * compiled nodes, credentials and platform code, beside the files that are read from disk as they are.
 */
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src, watch: watchFiles } = require('gulp');

const OUT = 'dist';

/** Codex and output schemas are looked up beside the compiled node, icons at `file:../../icons`. */
const ASSETS = {
	codex: ['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'],
	icons: ['icons/**/*.svg'],
	catalog: ['catalog/**/*.json'],
};

/** `encoding: false`: gulp 5 decodes every file as UTF-8 otherwise, which breaks what is not text. */
const copy = (globs) => () => src(globs, { base: '.', encoding: false, allowEmpty: true }).pipe(dest(OUT));

const typescript = (...args) =>
	spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json', ...args], {
		stdio: 'inherit',
	});

const named = (displayName, task) => Object.assign(task, { displayName });

const clean = named('clean', () => rm(OUT, { recursive: true, force: true }));
const compile = named('compile', () => typescript());
const codex = named('codex', copy(ASSETS.codex));
const icons = named('icons', copy(ASSETS.icons));
const catalog = named('catalog', copy(ASSETS.catalog));
const assets = parallel(codex, icons, catalog);
const build = series(clean, parallel(compile, assets));

const watchSources = named('watch:compile', () => typescript('--watch', '--preserveWatchOutput'));
const watchAssets = named('watch:assets', () => watchFiles(Object.values(ASSETS).flat(), assets));
const watch = series(clean, assets, parallel(watchSources, watchAssets));

module.exports = { clean, compile, codex, icons, catalog, build, watch, default: build };
