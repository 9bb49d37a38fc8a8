/** Reads texts aloud with the voices of this machine. */
export interface Speech {
  /** True if this machine has a voice for the language. */
  hasVoice(language: "vi" | "en"): Promise<boolean>;
  /**
   * Says a text to its end, or until it is stopped.
   *
   * @returns true if it was said to its end
   * @throws Error with the engine's short code if the voice fails
   */
  say(text: string, language: "vi" | "en"): Promise<boolean>;
  stop(): void;
}

/** Milliseconds in which a browser brings its list of voices; where there are none it never does. */
const VOICES_WAIT = 1_500;

/**
 * Speech synthesis of the browser. Only voices on this machine: others would send what is read to their maker's servers.
 * https://developer.mozilla.org/docs/Web/API/SpeechSynthesisVoice/localService
 */
export function browserSpeech(): Speech {
  const { speechSynthesis } = window;
  let stopCurrent: (() => void) | null = null;
  /** Chromium forgets an utterance, and its events, that nobody holds: https://crbug.com/509488 */
  let current: SpeechSynthesisUtterance | null = null;

  const voices = async (): Promise<SpeechSynthesisVoice[]> => {
    if (speechSynthesis.getVoices().length === 0) {
      await new Promise<void>((resolve) => {
        speechSynthesis.addEventListener("voiceschanged", () => resolve(), { once: true });
        setTimeout(resolve, VOICES_WAIT);
      });
    }
    return speechSynthesis.getVoices();
  };
  const voiceFor = async (language: string) =>
    (await voices()).find(
      ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
    );

  return {
    hasVoice: async (language) => (await voiceFor(language)) !== undefined,
    async say(text, language) {
      const voice = await voiceFor(language);
      if (voice === undefined) throw new Error("voice-unavailable");
      const utterance = new SpeechSynthesisUtterance(text);
      current = utterance;
      utterance.voice = voice;
      utterance.lang = voice.lang;
      // A little slower than engines speak by themselves, for ears that follow less fast.
      utterance.rate = 0.9;
      return new Promise<boolean>((resolve, reject) => {
        stopCurrent = () => resolve(false);
        utterance.onend = () => resolve(current === utterance);
        utterance.onerror = ({ error }) =>
          error === "canceled" || error === "interrupted"
            ? resolve(false)
            : reject(new Error(error));
        speechSynthesis.speak(utterance);
      });
    },
    stop() {
      current = null;
      stopCurrent?.();
      speechSynthesis.cancel();
    },
  };
}
