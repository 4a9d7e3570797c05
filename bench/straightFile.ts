/** A file up into Drive, or down from it, with undici and nothing else. Arguments: address, `up` or `down`, path or file token; the token is in ACCESS_TOKEN. */
import * as fs from 'node:fs';

import { FormData, request } from 'undici';

const BLOCK = 4 * 1024 * 1024;

async function main([url = '', way = '', what = '']: readonly string[]): Promise<void> {
	const token = process.env.ACCESS_TOKEN ?? '';
	const started = Date.now();
	const answer = way === 'up' ? await up(url, token, what) : await down(url, token, what);
	process.stdout.write(JSON.stringify({ ms: Date.now() - started, answer }));
}

async function up(url: string, token: string, file: string): Promise<string> {
	const size = fs.statSync(file).size;
	const post = async <T>(path: string, body: FormData | string): Promise<T> => {
		const headers = {
			authorization: `Bearer ${token}`,
			...(typeof body === 'string' && { 'content-type': 'application/json' }),
		};
		const answer = await request(`${url}/open-apis/drive/v1/files/${path}`, {
			method: 'POST',
			headers,
			body: body as string,
		});
		const { code, msg, data } = (await answer.body.json()) as { code: number; msg: string; data: T };
		if (code !== 0) throw new Error(`${path}: ${code} ${msg}`);
		return data;
	};
	const prepared = JSON.stringify({ file_name: 'large.bin', parent_type: 'explorer', parent_node: '', size });
	const { upload_id, block_num } = await post<{ upload_id: string; block_num: number }>('upload_prepare', prepared);
	const opened = await fs.promises.open(file);
	const block = Buffer.alloc(BLOCK);
	for (let seq = 0; seq < block_num; seq++) {
		const { bytesRead } = await opened.read(block, 0, BLOCK);
		const form = new FormData();
		form.append('upload_id', upload_id);
		form.append('seq', String(seq));
		form.append('size', String(bytesRead));
		form.append('file', new Blob([block.subarray(0, bytesRead)]), 'large.bin');
		await post('upload_part', form);
	}
	await opened.close();
	return (await post<{ file_token: string }>('upload_finish', JSON.stringify({ upload_id, block_num }))).file_token;
}

async function down(url: string, token: string, file: string): Promise<string> {
	const headers = { authorization: `Bearer ${token}` };
	const { body } = await request(`${url}/open-apis/drive/v1/files/${file}/download`, { headers });
	let bytes = 0;
	for await (const chunk of body) bytes += (chunk as Buffer).length;
	return String(bytes);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
