'use strict';

/**
 * `gulp build` makes `dist/`, the folder that n8n loads and npm publishes: the files that n8n reads when it starts, our code
 * in `code/`, and what is read from disk as it is. It checks no types; `npm run lint` and `gulp watch` do.
 */
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src, watch: watchFiles } = require('gulp');
const { n8n } = require('./package.json');

const OUT = 'dist';

/** The codex is looked up beside the compiled node, icons at `file:../../icons`. */
const ASSETS = {
	codex: ['nodes/**/*.node.json'],
	icons: ['icons/**/*.svg'],
	// The facts from which the catalog is built, and its schema, stay here.
	catalog: ['catalog/*.json', 'catalog/endpoints/*.json', '!catalog/*.schema.json'],
};

/** `encoding: false`: gulp 5 decodes every file as UTF-8 otherwise, which breaks what is not text. */
const copy = (globs) => () => src(globs, { base: '.', encoding: false, allowEmpty: true }).pipe(dest(OUT));

const node = (module, ...args) => spawn(process.execPath, [require.resolve(module), ...args], { stdio: 'inherit' });

const named = (displayName, task) => Object.assign(task, { displayName });

/**
 * Help for the parameters of endpoints, from an official package that is installed apart (`npm ci` in scripts/catalog).
 * Nothing needs it: without that package the editor shows the parameters without their help.
 */
const TEXT_SOURCES = 'scripts/catalog/node_modules';

function writeTexts(done) {
	if (!existsSync(TEXT_SOURCES)) {
		console.warn(`${TEXT_SOURCES} is not there: the package is built without help texts`);
		return done();
	}
	return node('tsx/cli', 'scripts/catalog/main.ts', '--texts', `${OUT}/texts`, '--texts-only');
}

const clean = named('clean', () => rm(OUT, { recursive: true, force: true }));
const compile = named('compile', () => node('tsx/cli', 'scripts/build/main.ts'));
/** The shapes of what operations give, from which n8n lets fields be dragged: one file an operation, beside its node. */
const schemas = named('schemas', () => node('tsx/cli', 'scripts/build/schemas.ts', '--out', OUT, ...n8n.nodes));
const codex = named('codex', copy(ASSETS.codex));
const icons = named('icons', copy(ASSETS.icons));
const catalog = named('catalog', copy(ASSETS.catalog));
const texts = named('texts', writeTexts);
const assets = parallel(codex, icons, catalog);
const build = series(clean, parallel(series(compile, schemas), assets, texts));

const watchSources = named('watch:compile', () => node('tsx/cli', 'scripts/build/main.ts', '--watch'));
const watchTypes = named('watch:types', () =>
	node('typescript/bin/tsc', '--noEmit', '--watch', '--preserveWatchOutput'),
);
const watchAssets = named('watch:assets', () => watchFiles(Object.values(ASSETS).flat(), assets));
const watchSchemas = named('watch:schemas', () => watchFiles(n8n.nodes, schemas));
const watch = series(clean, assets, parallel(watchSources, watchTypes, watchAssets, watchSchemas));

module.exports = { clean, compile, schemas, codex, icons, catalog, texts, build, watch, default: build };
