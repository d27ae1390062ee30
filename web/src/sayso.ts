// Every page works without this file; it makes the reading view quicker to read.
import { startReading } from "./reading";

const root = document.querySelector<HTMLElement>(".reading");
if (root) {
  document.documentElement.classList.add("js");
  startReading(root);
}
