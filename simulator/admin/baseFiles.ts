import type { FastifyInstance } from 'fastify';
import { keepMedia, requireParent, requireSame } from '../api/drive/mediaParent';
import type { Platform } from '../gateway/platform';
import { PlatformError } from '../platform/envelope';
import { anyApp } from './bases';
import { adminError } from './errors';

const MAX_BYTES = 64 * 1024 * 1024;

interface Uploaded {
	Params: { app_token: string };
	Querystring: { open_id: string; name: string };
	Body: Buffer;
}

/** The files in bases, as people put them there and take them out. */
export function baseFileRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.get<{ Params: { file_token: string } }>('/_sim/medias/:file_token', ({ params }, reply) => {
		const media = store.bases.medias.get(params.file_token);
		if (!media) throw adminError(404, 'There is no such file');
		return reply
			.type(media.content_type)
			.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(media.name)}`)
			.send(media.bytes);
	});

	// The body is the file itself.
	void server.register((files, _options, done) => {
		files.removeAllContentTypeParsers();
		files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, read) =>
			read(null, body),
		);
		files.post<Uploaded>('/_sim/bases/:app_token/medias', ({ params, query, body }) => {
			const user = store.contact.users.get(query.open_id);
			if (!user) throw adminError(404, 'There is no such person');
			const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
			const file = { file_name: query.name, parent_type: 'bitable_file', parent_node: params.app_token };
			try {
				requireParent(store, { app: anyApp(platform), user, scopes: null }, file);
				requireSame(bytes, { size: String(bytes.length) });
			} catch (error) {
				if (error instanceof PlatformError) throw adminError(400, error.message);
				throw error;
			}
			return { file_token: keepMedia(store, file, bytes).file_token };
		});
		done();
	});
}
