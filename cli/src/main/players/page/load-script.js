/** Loads a classic script once it is needed and waits until it has set its global. */
export function loadScript(path, global) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = path;
    script.onload = () => (window[global] ? resolve() : reject(new Error(`${path} set no ${global}`)));
    script.onerror = () => reject(new Error(`${path} could not be loaded`));
    document.head.append(script);
  });
}
