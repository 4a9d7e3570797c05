import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { adminError } from './errors';

const PAGE = path.join(__dirname, '../page');
const POLICY = "img-src 'self' data: blob:; connect-src 'self'";
/** The only packages whose files the page may load. */
const VENDORED = ['preact', 'htm', 'marked', '@visactor/vchart'];

function packageFolder(name: string): string {
	const paths = createRequire(__filename).resolve.paths(name) ?? [];
	const found = paths
		.map((folder) => path.join(folder, name))
		.find((folder) => existsSync(path.join(folder, 'package.json')));
	if (!found) throw adminError(404, `${name} is not installed`);
	return found;
}

/** The file asked for; where a package ships `x.mjs` in place of `x.module.js`, that one. */
function vendoredFile(folder: string, file: string): string {
	if (existsSync(path.join(folder, file))) return file;
	return file.replace(/\.module\.js$/, '.mjs');
}

/** The chat page at `/`, those of bases at `/base`, of spreadsheets at `/sheets`, of documents at `/docs` and `/docx` (with the addresses that they have on the platform), of Drive and wikis at `/drive`, of calendars, tasks and approvals at `/calendar`, `/tasks` and `/approvals`, the console of an app at `/app` (with the addresses that it has on the platform), and the libraries that they load. */
export async function pageRoutes(server: FastifyInstance): Promise<void> {
	await server.register(fastifyStatic, {
		root: PAGE,
		prefix: '/_sim/page/',
		cacheControl: false,
		// What a message holds, such as the specification of a chart, loads nothing from elsewhere.
		setHeaders: (reply) => void reply.header('content-security-policy', POLICY),
	});
	server.get('/', (_request, reply) => reply.sendFile('index.html'));
	for (const path of ['/base', '/base/:app_token']) server.get(path, (_request, reply) => reply.sendFile('bases.html'));
	for (const path of ['/sheets', '/sheets/:token'])
		server.get(path, (_request, reply) => reply.sendFile('sheets.html'));
	for (const path of ['/docs', '/docx/:document_id'])
		server.get(path, (_request, reply) => reply.sendFile('docs.html'));
	for (const page of ['drive', 'calendar', 'tasks', 'approvals'])
		server.get(`/${page}`, (_request, reply) => reply.sendFile(`${page}.html`));
	for (const path of ['/app', '/app/:app_id', '/app/:app_id/auth'])
		server.get(path, (_request, reply) => reply.sendFile('console.html'));
	for (const name of VENDORED)
		server.get<{ Params: { '*': string } }>(`/_sim/vendor/${name}/*`, (request, reply) => {
			const folder = packageFolder(name);
			return reply.sendFile(vendoredFile(folder, request.params['*']), folder);
		});
}
