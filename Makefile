# Tamga. `make demo` and `make test` set up what is missing and need nothing else.

# The Debian packages of the project, by what they are for: `make demo` installs the first two, `make test` all.
# To build the program:
BUILD_PACKAGES = libcairo2-dev libpango1.0-dev libfontconfig-dev libharfbuzz-dev libqrencode-dev libzbar-dev \
  libzxing-dev libgdk-pixbuf-2.0-dev libpoppler-cpp-dev libqpdf-dev libsqlite3-dev libpq-dev \
  zlib1g-dev libdeflate-dev libgoogle-perftools-dev libyaml-dev libargon2-dev libp11-kit-dev libssl-dev pkg-config
# To run it, besides the libraries that it was built with:
RUN_PACKAGES = poppler-utils fonts-paratype fonts-noto-core webp-pixbuf-loader heif-gdk-pixbuf
# To make the check page's files: C and C++ for WebAssembly. The Swift half is the toolchain's.
WEB_PACKAGES = wasi-libc libc++-19-dev-wasm32 libclang-rt-19-dev-wasm32 emscripten node-acorn python3-venv
# To test the page.
BROWSER_PACKAGES = postgresql chromium chromium-driver faketime fonts-paratype poppler-utils zbar-tools curl jq
# To forge a paper and to read a code, as the demonstration does.
DEMO_PACKAGES = python3 qpdf poppler-utils zbar-tools
# To test it, third-party judges among them:
TEST_PACKAGES = postgresql softhsm2 openssl faketime poppler-utils qpdf zbar-tools python3-zxing-cpp python3-pil \
  python3-venv python3-yaml valgrind shellcheck pyflakes3 mandoc default-jdk-headless libjaxb-java
# To check the samples of the pages, and to run the example programs.
DOCS_PACKAGES = python3-yaml poppler-utils zbar-tools
PACKAGES = $(BUILD_PACKAGES) $(RUN_PACKAGES)
# Readers of COSE, CWT, Token Status Lists and Merkle trees that are not ours, writers of PDF that forge
# papers, what degrades pictures of papers and reads their codes, and veraPDF, which is inside a package for
# other things.
JUDGES = cwt==3.3.0 pycose==1.1.0 token-status-list==0.1.0a2.dev1 pymerkle==7.0.0 pikepdf==10.17.0 \
  PyMuPDF==2.0 fonttools==4.68.0 numpy==2.4.6 pillow==13.0.0 pillow-heif==1.8.1 \
  opencv-python-headless==5.0.0.93 zxing-cpp==3.1.1 pyzbar==0.1.9 \
  pypdfium2==5.15.2 opendataloader-pdf==2.5.16 jsonschema==4.26.0 pyHanko==0.38.0
# What drives the browser, and what holds the API to its description; and axe-core, which is inside a package that would bring another driver.
BROWSER_JUDGES = selenium==4.51.0 pillow==13.0.0 schemathesis==4.32.5
AXE = axe-playwright-python==0.1.8
# To make Debian packages, and to look at them.
PACKAGING_PACKAGES = debhelper fakeroot git lintian mandoc python3
# To try them in a Debian of their own.
PACKAGE_TEST_PACKAGES = debootstrap python3 systemd-container buildah
# The best other way to draw a paper, for `make bench`.
PEERS = typst==0.15.0

PAGE = Sources/tamga/Documentation.docc
TARGETS = $(PAGE)/Resources/targets.svg
SWIFT = swift
TAMGA = .build/debug/tamga
VENV = .build/judges
WEB_VENV = .build/web-venv
PYTHON = $(VENV)/bin/python

.PHONY: help setup setup-test judges build release demo test guard check docs generate format soak fuzz bench bench-scale \
  bench-verify bench-queue bench-nights bench-search bench-desk bench-reading web test-web package test-package clean

help:
	@echo 'make demo    set up, make an office, issue sample papers, verify one and a forgery'
	@echo 'make test    set up and run every test'
	@echo 'make build   the command line, as $(TAMGA)'
	@echo 'make readme  run the first commands of the README and compare'
	@echo 'make release the command line, optimised, as .build/release/tamga'
	@echo 'make package Debian packages of the optimised programs, into .build/packages'
	@echo 'make test-package  those packages in a fresh Debian: installed, driven, upgraded, purged (root)'
	@echo 'make web     the check page with the verdict core as WebAssembly, into .build/web'
	@echo 'make test-web  that page in Chromium'
	@echo 'make check   format, links of the pages, whether what is generated is current'
	@echo 'make docs    the site of documentation, into .build/docs; links, symbols, samples and examples are checked'
	@echo 'make generate  makes that anew'
	@echo 'make fuzz    broken and hostile bytes for every fuzz target, a minute each'
	@echo 'make guard   the instructions of a paper, against those recorded (TAMGA_RECORD=1 records them)'
	@echo 'make bench   what a paper costs, beside the best peer; writes Sources/tamga/Documentation.docc/Speed.md'
	@echo 'make bench-scale   the same with 100,000 and 300,000 papers'
	@echo 'make bench-verify   how long a verdict takes'
	@echo 'make bench-reading  how many degraded pictures are read, beside other readers'
	@echo 'make bench-search   how long a clerk waits for a search among a million papers'
	@echo 'make bench-desk     from click to paper beside a batch of 10,000; 20 decisions a second on PostgreSQL'
	@echo 'make bench-queue    two workers on one queue in PostgreSQL against one'
	@echo 'make bench-nights   five nights on one register in PostgreSQL: what a record costs in each'
	@echo 'make soak    the long runs: 10,000 papers twice, 1,000 forgeries, 50 kills of a signing run, 20,000 odd texts, hostile inputs, an hour of fuzzing'

# Installs only what is not there, so that a second run needs no rights and no network.
setup:
	@missing=''; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing:$$missing"; \
	  sudo=''; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -q \
	    --no-install-recommends $$missing; \
	fi

setup-test:
	@$(MAKE) --no-print-directory setup PACKAGES='$(PACKAGES) $(TEST_PACKAGES)'

judges: setup-test
	@[ -x $(PYTHON) ] || python3 -m venv $(VENV)
	@$(PYTHON) -c 'import cwt, pycose, token_status_list, pymerkle, pikepdf, pymupdf, fontTools, numpy, PIL, pillow_heif, cv2, \
	  zxingcpp, pyzbar.pyzbar, pypdfium2, opendataloader_pdf, jsonschema, pyhanko' 2>/dev/null || \
	  $(VENV)/bin/pip install -q $(JUDGES)

build: setup
	$(SWIFT) build --product tamga-reader
	$(SWIFT) build --product tamga-web
	$(SWIFT) build --product tamga

release: setup
	$(SWIFT) build -c release --static-swift-stdlib --product tamga-reader
	$(SWIFT) build -c release --static-swift-stdlib --product tamga-web
	$(SWIFT) build -c release --static-swift-stdlib --product tamga

# Works without rights and without a network when all is there.
web:
	@$(MAKE) --no-print-directory setup PACKAGES='$(WEB_PACKAGES)'
	@Sources/TamgaWeb/build .build/web

# debhelper takes the rest from what was built.
package: release web
	@$(MAKE) --no-print-directory setup PACKAGES='$(PACKAGING_PACKAGES)'
	@rm -rf .build/packages/*.deb
	@Sources/tamga/Packaging/build .build/release .build/web .build/packages
	@lintian --fail-on error,warning --no-tag-display-limit .build/packages/*.deb

test-package: package
	@$(MAKE) --no-print-directory setup PACKAGES='$(PACKAGE_TEST_PACKAGES)'
	@Tests/Tools/package-test .build/packages

test-web: build web
	@$(MAKE) --no-print-directory setup PACKAGES='$(BROWSER_PACKAGES)'
	@[ -x $(WEB_VENV)/bin/python ] || python3 -m venv $(WEB_VENV)
	@$(WEB_VENV)/bin/python -c 'import selenium, PIL, schemathesis; import importlib.util as u; assert u.find_spec("axe_playwright_python")' 2>/dev/null || { \
	  $(WEB_VENV)/bin/pip install -q $(BROWSER_JUDGES) && \
	  $(WEB_VENV)/bin/pip install -q --no-deps $(AXE); }
	@cd Tests/Browser && TAMGA=$(abspath $(TAMGA)) ../../$(WEB_VENV)/bin/python -m unittest -v

# The first commands of the README, as they stand there.
readme: build
	@Tests/Tools/readme

demo: build web
	@$(MAKE) --no-print-directory setup PACKAGES='$(DEMO_PACKAGES)'
	@Tests/Tools/demo $(TAMGA)

test: judges
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	@TAMGA_PYTHON=$(abspath $(PYTHON)) Tests/Tools/postgres run Tests/Tools/tests $(SWIFT) test --skip-build

# A part of the tests that needs a quiet program, not a quiet machine.
guard: setup-test build
	@Tests/Tools/instructions $(TAMGA)

# Format, pages, and what is generated from the sources.
check: setup-test
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests
	@Tests/Tools/links
	@Tests/Tools/samples
	@Tests/Tools/core
	@Tests/Tools/dependencies
	@Tests/Tools/graph --check $(TARGETS)
	@pyflakes3 $$(grep -rlI '^#!.*python3' Tests/Tools) Tests/Tools/*/*.py Tests/Browser/*.py Sources/TamgaWeb/pack Sources/tamga/Packaging/pages
	@shellcheck -S warning .ci/run Sources/TamgaWeb/build Sources/tamga/Packaging/build Sources/tamga/Packaging/night $$(grep -rlI '^#!.*bash' Tests/Tools)

# All pages and the symbols of the libraries as a site; and what the pages say, against the programs.
docs: build
	@$(MAKE) --no-print-directory setup PACKAGES='$(BUILD_PACKAGES) $(DOCS_PACKAGES)'
	@Tests/Tools/links
	@Tests/Tools/samples --commands $(TAMGA)
	@SWIFT='$(SWIFT)' Tests/Tools/example
	@Tests/Tools/docs --swift '$(SWIFT)'

# Pages and pictures that are made from the sources; they are committed, and stale ones fail `make check`.
generate:
	@Tests/Tools/graph $(TARGETS)
	TAMGA_RECORD=1 $(SWIFT) test --skip-build --filter GeneratedPagesTests

format:
	$(SWIFT) format -i --recursive --configuration .swift-format Package.swift Sources Tests

# Coverage-guided fuzzing of everything that strangers' bytes meet; seconds for each target.
FUZZ_SECONDS = 60
fuzz: setup
	@Tests/Tools/fuzz $(FUZZ_SECONDS)

bench: release judges
	@$(PYTHON) -c 'import typst' 2>/dev/null || $(VENV)/bin/pip install -q $(PEERS)
	@Tests/Tools/bench .build/release/tamga --python $(PYTHON) --page $(PAGE)

bench-scale: release judges
	@Tests/Tools/bench .build/release/tamga --only scale --sizes 100000,300000 --page $(PAGE)

bench-verify: release judges
	@$(PYTHON) Tests/Tools/bench-verify .build/release/tamga

bench-reading: release judges
	@$(PYTHON) Tests/Tools/bench-reading .build/release/tamga

bench-search: release
	@TAMGA_TEST_POSTGRES='' Tests/Tools/postgres run Tests/Tools/bench-search .build/release/tamga --sqlite --postgresql

bench-desk: release
	@TAMGA_TEST_POSTGRES='' Tests/Tools/postgres run Tests/Tools/bench-desk .build/release/tamga --click --steady

bench-queue: release
	@TAMGA_TEST_POSTGRES='' Tests/Tools/postgres run Tests/Tools/bench-queue .build/release/tamga

bench-nights: release
	@TAMGA_TEST_POSTGRES='' Tests/Tools/postgres run Tests/Tools/bench-nights .build/release/tamga --most 1.5

soak: release judges
	@Tests/Tools/soak .build/release/tamga
	@TAMGA_RECORDS=20000 $(SWIFT) test --filter CheckSaysWhatIssueSaysTests
	@TAMGA_RECORDS=1000 $(SWIFT) test --filter HopelessRecordTests
	@TAMGA_KEEPING_RECORDS=10000 $(SWIFT) test --filter 'BackupTests/theDrill|MoveTests/everythingArrives'
	@Tests/Tools/tamper .build/release/tamga $(PYTHON)
	@Tests/Tools/limits .build/release/tamga
	@TAMGA_TEXT_RECORDS=20000 $(SWIFT) test --filter PaperTextTests
	@TAMGA_MUTANTS=2000 TAMGA_PYTHON=$(CURDIR)/$(PYTHON) $(SWIFT) test --filter MutantTests
	@TAMGA_SIGNED_KILLS=50 TAMGA_PYTHON=$(CURDIR)/$(PYTHON) $(SWIFT) test --filter SignatureTests/aResumedRunWritesTheSameFiles
	@Tests/Tools/fuzz 600

clean:
	rm -rf .build Output/demo
