/** Who wrote a message or did something else: a person or an app. */
export interface Sender {
	id: string;
	id_type: 'open_id' | 'app_id';
	sender_type: 'user' | 'app';
}
