/** Who wrote a message or did something else: a person or an app. */
export interface Sender {
	id: string;
	id_type: 'open_id' | 'app_id' | '';
	/** Empty, as the rest, for what the platform writes itself. */
	sender_type: 'user' | 'app' | '';
}

/** Stands as the sender of system messages. */
export const NOBODY: Sender = { id: '', id_type: '', sender_type: '' };
